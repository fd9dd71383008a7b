//! Blocks, barriers, sections and what is beside the prose, on sane pages and on others.

use super::check;

#[test]
fn of_sane_pages() {
    check(&[
        ("paragraphs", "<p>One.</p><p>Two.</p>", &["One.", "Two."]),
        ("inline elements", "<p>a <b>federal</b> <em>court</em> order</p>", &["a federal court order"]),
        ("unknown elements", "<p>a <my-tag>word</my-tag> more</p>", &["a word more"]),
        ("references", "<p>Smith &amp; Co&nbsp;&#8217;s</p>", &["Smith & Co ’s"]),
        ("line breaks", "<p>one<br>two<br/>three</p>", &["one two three"]),
        ("link", "<p>see <a href=x>the order</a> here</p>", &["see [¦the order¦] here"]),
        ("code, buttons", "<p>a <code>b</code> <button>c</button> <kbd>d</kbd></p>", &["a [¦b¦] [¦c¦] [¦d¦]"]),
        ("absent", "<p>a <script>b</script> <svg><text>c</text></svg> d</p>", &["a ¦ ¦ d"]),
        ("picture", "<p>a <img src=x> b <picture><source><img></picture> c</p>", &["a ¦ b ¦ c"]),
        ("hidden", "<p>a <span hidden>b <i>c</i></span> d</p>", &["a ¦ d"]),
        (
            "hidden for assistive technology",
            "<p>a <i aria-hidden=true>b</i> <i aria-hidden=false>c</i></p>",
            &["a ¦ c"],
        ),
        ("switched off", "<p>a</p><div data-context-cards=off><p>b</p></div><p>c</p>", &["a", "c"]),
        ("editable", "<p contenteditable>a</p><p contenteditable=false>b</p>", &["b"]),
        ("role", "<p>a <span role=button>b</span> <span role=note>c</span></p>", &["a [¦b¦] c"]),
        ("headings", "<p>a</p><h2>b <i>c</i></h2><p>d</p><h3>e</h3>f", &["a", "/#[b c]", "d", "/#[e]", "f"]),
        ("hidden heading", "<p>a</p><h2 hidden>b</h2><p>c</p>", &["a", "/#[b]", "c"]),
        ("sections", "<p>a</p><section><p>b</p></section><p>c</p>", &["a", "/b", "c"]),
        ("captions", "<figure><img><figcaption>a</figcaption></figure><p>b</p>", &["~a", "b"]),
        ("aside", "<p>a</p><aside><p>b</p><ul><li>c</ul></aside><p>d</p>", &["a", "~b", "~c", "d"]),
        (
            "list of links",
            "<ul><li><a href=x>abcd</a></li><li>b <a href=x>cdef</a> of it</li></ul>",
            &["~[¦abcd¦]", "b [¦cdef¦] of it"],
        ),
        ("lists", "<ul><li>a</li><li>b<ol><li>c</li></ol>d</li></ul>", &["a", "b", "c", "d"]),
        ("table", "<table><caption>a</caption><tr><th>b<td>c</table>", &["~a", "b", "c"]),
        ("details", "<details><summary>a</summary>b</details>", &["[¦a¦]b"]),
        ("quote", "a<blockquote>b</blockquote>c", &["a", "b", "c"]),
        ("block in a link", "<a href=x><div>a</div></a><p>b</p>", &["[a]", "b"]),
        ("ruby", "<p><ruby>a<rp>(<rt>b<rp>)</ruby> c</p>", &["a(b) c"]),
        ("comment in a word", "<p>a<!-- b -->c</p>", &["ac"]),
        ("text area, select", "<p>a <textarea>b</p></textarea> <select><option>c</select> d</p>", &["a ¦ ¦ d"]),
        ("template", "<p>a</p><template><p>b</p></template><p>c</p>", &["a", "c"]),
        (
            "whole page",
            "<!doctype html><html><head><title>t</title><style>p{}</style></head><body><p>a</p></body></html>",
            &["a"],
        ),
    ]);
}

#[test]
fn with_end_tags_left_out() {
    check(&[
        ("paragraphs", "<p>a<p>b<p>c", &["a", "b", "c"]),
        ("before a block", "<p>a<div>b</div>c</p>d", &["a", "b", "c", "d"]),
        ("before a heading", "<p>a<h2>b</h2>c", &["a", "/#[b]", "c"]),
        ("items", "<ul><li>a<li>b<ul><li>c</ul>d</ul>e", &["a", "b", "c", "d", "e"]),
        ("definitions", "<dl><dt>a<dd>b<dt>c<dd>d</dl>e", &["a", "b", "c", "d", "e"]),
        ("cells", "<table><tr><td>a<td>b<tr><td>c</table>d", &["a", "b", "c", "d"]),
        ("parts of a table", "<table><thead><tr><th>a<tbody><tr><td>b<tfoot><tr><td>c</table>", &["a", "b", "c"]),
        ("head", "<title>t</title><p>a", &["a"]),
        ("head before a block", "<html><head><meta charset=utf-8><p>a", &["a"]),
        ("hidden paragraph", "<p hidden>a<p>b", &["b"]),
        ("hidden item", "<ul><li hidden>a<li>b</ul>", &["b"]),
        ("button in a button", "<button>a<button>b</button>c", &["[¦a¦¦b¦]c"]),
        ("link in a link", "<p><a href=x>a<a href=y>b</a> c", &["[¦a¦¦b¦] c"]),
        ("table in a table", "<table><tr><td><table><tr><td>a</table>b</table>c", &["a", "b", "c"]),
    ]);
}

#[test]
fn of_insane_pages() {
    check(&[
        ("nothing", "", &[]),
        ("blank", " \n\t<p> </p>", &[]),
        ("end tags of nothing", "</div>a</b>b</p>c</span></td>d", &["ab", "cd"]),
        ("end tag of a line break", "a</br>b", &["a b"]),
        ("crossed", "<p><b>a<i>b</b>c</i>d</p>e", &["abcd", "e"]),
        ("link that goes on", "<p><a href=x>a<p>b</a>c", &["[¦a¦]", "[b]c"]),
        ("link around a paragraph, crossed", "<a href=x><p>a</a>b</p>c", &["[a¦]b", "c"]),
        ("hidden that goes on", "<p><b hidden>a<p>b</b>c", &["c"]),
        ("script in a string", "<p>a<script>\"</p><p>b</script>c</p>", &["a¦c"]),
        ("script that never ends", "<p>a<script>b</p><p>c", &["a¦"]),
        ("comment that never ends", "<p>a<!-- b</p><p>c", &["a"]),
        ("tag that never ends", "<p>a<p class=\"b>c</p>", &["a"]),
        ("only text", "a < b & c > d", &["a < b & c > d"]),
        ("cell without a table", "<p>a<td>b</td>c", &["abc"]),
        ("text in a table", "<table>a<tr>b<td>c</table>", &["[a]", "[b]", "c"]),
        ("paragraph in a table", "<table><p>a</p><tr><td>b</table>", &["b"]),
        ("drawing", "<p>a<svg><title>b</title><![CDATA[</svg>]]><path/></svg>c", &["a¦c"]),
        ("drawing that never ends", "<p>a<svg><text>b<p>c", &["a¦", "c"]),
        ("HTML in a drawing", "<p>a<svg><foreignObject><p>b</p></foreignObject></svg>c", &["a¦c"]),
        ("formula", "<p>a<math><mi>x</mi><mo>b</mo></math>c", &["a¦c"]),
        ("text behind the end", "<body><p>a</p></body></html>b", &["a", "b"]),
        ("two bodies", "<body><p>a</p><body hidden><p>b</p>", &["a", "b"]),
        ("attributes on several lines", "<p\nhidden\n>a</p><p\tclass='x'>b</p>", &["b"]),
        ("capitals", "<P HIDDEN>a</P><DIV DATA-CONTEXT-CARDS=off>b</DIV><P>c", &["c"]),
    ]);
}
