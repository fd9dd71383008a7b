//! Countries by their codes of ISO 3166-1, and the near one to a code that is none.

use celes::LookupTable;

use crate::check::suggestion::letters;
use crate::deck::quote::quote;

/// A country as an editor names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// Two letters.
    pub alpha2: &'static str,
    /// Its English name.
    pub name: &'static str,
    /// Three digits, by which atlases know it.
    pub numeric: &'static str,
}

impl Country {
    /// The country of a code of two or three letters, in any case.
    ///
    /// # Errors
    ///
    /// A sentence for the editor, with the near code where there is one.
    pub fn parse(code: &str) -> Result<Self, String> {
        // Reserved in ISO 3166-1 for those who ask for it, and what most people write.
        let written = if code.eq_ignore_ascii_case("UK") { "GB" } else { code };
        let mut countries = celes::Country::get_countries().into_iter();
        let found =
            countries.find(|country| [country.alpha2, country.alpha3].iter().any(|c| c.eq_ignore_ascii_case(written)));
        found.map(Self::from).ok_or_else(|| {
            let meant = match nearest(code) {
                Some(Self { alpha2, name, .. }) => format!("did you mean {alpha2} ({name})?"),
                None => "such codes are SV and SLV for El Salvador".to_owned(),
            };
            format!("{} is not a country code of ISO 3166; {meant}", quote(code))
        })
    }
}

impl From<celes::Country> for Country {
    fn from(country: celes::Country) -> Self {
        Self { alpha2: country.alpha2, name: country.long_name, numeric: country.code }
    }
}

/// The country with a code or name that is at most one edit away, of more than four letters two. Where several are as near, one
/// with the same letters in another order comes first: codes are so short that nearly any two letters are one edit from one.
fn nearest(written: &str) -> Option<Country> {
    let written = letters(written);
    let allowed = if written.len() > 4 { 2 } else { 1 };
    let rank = |name: &str| {
        let name = letters(name);
        (strsim::osa_distance(&written, &name), sorted(&written) != sorted(&name))
    };
    let ranked = celes::Country::get_countries().into_iter().filter_map(|country| {
        let names = [country.alpha2, country.alpha3, country.long_name].into_iter();
        let rank = names.chain(country.aliases.iter().copied()).map(rank).min()?;
        (rank.0 <= allowed && rank.0 < written.len()).then_some((rank, country))
    });
    ranked.min_by_key(|(rank, _)| *rank).map(|(_, country)| country.into())
}

fn sorted(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}

#[cfg(test)]
mod tests {
    use super::Country;

    #[test]
    fn codes_are_known_in_either_length_and_any_case() {
        let cases = [
            ("SV", "222"),
            ("slv", "222"),
            ("Fr", "250"),
            ("NLD", "528"),
            ("GB", "826"),
            ("UK", "826"),
            ("XK", "383"),
            ("AF", "004"),
        ];
        for (code, numeric) in cases {
            assert_eq!(Country::parse(code).map(|country| country.numeric), Ok(numeric), "{code}");
        }
    }

    #[test]
    fn the_near_code_is_suggested() {
        let cases = [
            ("VS", "\"VS\" is not a country code of ISO 3166; did you mean SV (El Salvador)?"),
            ("SLW", "did you mean SV (El Salvador)?"),
            ("el salvador", "did you mean SV (El Salvador)?"),
            ("Netherland", "did you mean NL (The Netherlands)?"),
            ("Holland", "did you mean NL (The Netherlands)?"),
            ("Atlantis", "\"Atlantis\" is not a country code of ISO 3166; such codes are SV and SLV for El Salvador"),
            ("", "\"\" is not a country code of ISO 3166; such codes are SV and SLV for El Salvador"),
        ];
        for (code, end) in cases {
            let message = Country::parse(code).err().unwrap_or_default();
            assert!(message.ends_with(end), "{code}: {message}");
        }
    }
}
