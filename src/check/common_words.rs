//! The commonest words of five languages, by which a term that is too common and a text in another language are known.
//!
//! About 150 each: articles, pronouns, prepositions, conjunctions, and the verbs and adverbs that nearly every article has.

/// A language and its commonest words, in lower case.
#[derive(Debug)]
pub(crate) struct CommonWords {
    /// The primary subtag of its language tags.
    pub(crate) tag: &'static str,
    /// Its name, in English.
    pub(crate) name: &'static str,
    /// Parted by spaces.
    words: &'static str,
}

impl CommonWords {
    /// The words of the language of a tag such as `es` or `es-SV`, if it is one of the five.
    pub(crate) fn of(tag: &str) -> Option<&'static Self> {
        let language = tag.split('-').next().unwrap_or_default();
        LANGUAGES.iter().find(|known| known.tag.eq_ignore_ascii_case(language))
    }

    /// Whether the word, in lower case, is one of them.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.words.split_ascii_whitespace().any(|common| common == word)
    }
}

/// The languages there are words of.
pub(crate) const LANGUAGES: [CommonWords; 5] = [
    CommonWords {
        tag: "en",
        name: "English",
        words: "\
            the be to of and a in that have i it for not on with he as you do at this but his by from they we say her she or \
            an will my one all would there their what so up out if about who get which go me when make can like time no just \
            him know take into year your good some could them see other than then now look only come its over think also \
            back after use two how our work first well way even new want because any these give day most us is are was were \
            been has had did said may might must shall should more very such here where why down off too own same through \
            before between while during against under again each few both those many much still never always yet since until \
            without within upon per every another though",
    },
    CommonWords {
        tag: "es",
        name: "Spanish",
        words: "\
            de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre \
            este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo \
            solo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo mismo ese ahora cada e otro \
            después te otros aunque esa eso hace otra tan durante siempre día tanto ella tres sí dijo sido gran según menos \
            año antes contra sino nada hacer poco estos mayor ante unos les algo hacia ellos ayer mucho mientras además \
            quien esto cual estas ellas nunca tener cuál aquí fueron sea tu tus mis nosotros estar están eran será quién \
            cómo cuándo dónde otras todas toda muchos pues luego casi",
    },
    CommonWords {
        tag: "de",
        name: "German",
        words: "\
            der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat \
            dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis \
            mehr durch man sein wurde sei hatte kann gegen vom können schon wenn habe seine ihre dann unter wir soll ich \
            eines jahr zwei jahren diese dieser wieder keine seiner worden will zwischen immer was sagte gibt alle seit muss \
            wurden beim doch jetzt waren drei jahre neue neuen damit bereits da ihr seinen müssen ab ihrer ohne sondern \
            selbst ersten nun etwa heute ihren weil ihm ganz anderen ihn jedoch zeit sollen ins wer uns dies mal hier viel \
            viele sehr dieses diesem denn ihnen mir mich dich du kein wo welche nichts alles",
    },
    CommonWords {
        tag: "fr",
        name: "French",
        words: "\
            de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ou son aux \
            elle cette ses comme mais été on nous leur était tout fait même y sa sans peut aussi ont deux très ces entre \
            être où si leurs avant après bien dont contre encore depuis ans avoir vous je ils lui fois moins faire toujours \
            jours années autres sous peu temps trois faut alors cela jamais ainsi tous quand vers notre chez celui rien donc \
            déjà non toutes quelques chaque puis quel quelle moi toi eux elles nos votre vos mon ma mes avait avaient \
            étaient sera serait doit doivent peuvent dit dire va vont ici là parce car lors afin selon pendant plusieurs \
            trop assez beaucoup autre premier première année jour ni ça toute",
    },
    CommonWords {
        tag: "pt",
        name: "Portuguese",
        words: "\
            de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou \
            ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem \
            nas me esse eles estão você tinha foram essa num nem suas meu às minha têm numa pelos elas havia seja qual será \
            nós tenho lhe deles essas esses pelas este fosse dele tu te meus minhas nosso nossa dela delas esta estes estas \
            aquele aquela isto estava são sobre ainda onde porque pode podem fazer disse anos ano dia vez outro outra outros \
            todos todas tudo cada dois três agora aqui bem assim então contra desde durante antes sempre nunca nada menos \
            parte tempo",
    },
];
