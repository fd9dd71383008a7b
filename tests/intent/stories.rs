//! Stories on the small page: tables of cases, in the words of `notation`.

use crate::notation::tell;

#[test]
fn mouse_rests_and_sweeps() {
    tell(&[
        "a rest opens after 300
            0 mouse term 1: nothing; next 300
            299 look: nothing; next 300
            300 look: card 1 by pointer at 300
            9999 look: card 1 by pointer at 300",
        "a sweep across a paragraph opens nothing
            0 mouse 90 110: nothing
            50 mouse 130 110: nothing; next 350
            100 mouse 180 110: nothing
            150 mouse 230 110: nothing; next 450
            200 mouse 280 70: nothing; next 500
            250 mouse 280 40: nothing
            9999 look: nothing",
        "a trembling hand still opens after 300
            0 mouse 130 110: nothing; next 300
            60 mouse 136 104: nothing; next 300
            120 mouse 124 116: nothing; next 300
            280 mouse 141 110: nothing; next 300
            300 look: card 1 by pointer at 300",
        "a slow sweep along a long term opens nothing, stopping on it does
            0 mouse 100 70: nothing; next 300
            200 mouse 140 70: nothing; next 500
            400 mouse 180 70: nothing; next 700
            600 mouse 220 70: nothing; next 900
            800 mouse 260 70: nothing; next 1100
            1100 look: card 3 by pointer at 1100",
        "leaving closes after 250
            0 mouse term 1
            500 mouse above term 1: card 1 by pointer at 300; next 750
            749 look: card 1 by pointer at 300; next 750
            750 look: nothing, left",
        "moving about elsewhere does not lengthen the grace
            0 mouse term 1
            500 mouse above term 1: card 1 by pointer at 300; next 750
            600 mouse far: card 1 by pointer at 300; next 750
            750 look: nothing, left",
        "back within the grace: the same card, not opened anew
            0 mouse term 1
            500 mouse above term 1: card 1 by pointer at 300; next 750
            740 mouse term 1: card 1 by pointer at 300
            9999 look: card 1 by pointer at 300",
        "leaving the window closes after the grace, from the card too
            0 mouse term 1
            400 mouse card: card 1 by pointer at 300
            500 leave: card 1 by pointer at 300; next 750
            750 look: nothing, left",
        "leaving the window while arming opens nothing
            0 mouse term 1
            100 leave: nothing
            9999 look: nothing",
    ]);
}

#[test]
fn the_way_to_the_card() {
    tell(&[
        "through the triangle, across another term, onto the card
            0 mouse term 1
            400 mouse 170 108: card 1 by pointer at 300; next 650
            600 mouse 205 112: card 1 by pointer at 300; next 900
            800 mouse 240 118: card 1 by pointer at 300; next 1100
            900 mouse 260 130: card 1 by pointer at 300
            9999 look: card 1 by pointer at 300",
        "each move on the way renews the grace
            0 mouse 110 104
            400 mouse 162 112: card 1 by pointer at 300; next 650
            600 mouse 170 114: card 1 by pointer at 300; next 850
            800 mouse 180 116: card 1 by pointer at 300; next 1050
            1050 look: nothing, left",
        "a little off the card's corner is still on the way
            0 mouse term 1
            400 mouse 79 127: card 1 by pointer at 300; next 650
            500 mouse 80 127: card 1 by pointer at 300; next 750
            600 mouse 60 127: card 1 by pointer at 300; next 750",
        "stopping midway closes after the grace
            0 mouse term 1
            400 mouse 170 112: card 1 by pointer at 300; next 650
            650 look: nothing, left",
        "resting midway on another term opens that one, without a gap between
            0 mouse term 1
            400 mouse 205 112: card 1 by pointer at 300; next 700
            699 look: card 1 by pointer at 300; next 700
            700 look: card 2 by pointer at 700",
        "moving off that other term, out of the way, gives the grace its end back
            0 mouse term 1
            400 mouse 205 112: card 1 by pointer at 300; next 700
            660 mouse 205 92: card 1 by pointer at 300; next 650
            661 look: nothing, left",
        "up from the card onto the neighbour: away, not back, so at once
            0 mouse term 1
            400 mouse 300 129: card 1 by pointer at 300
            500 mouse 230 119: card 2 by pointer at 500",
        "back from the card to the term, straight
            0 mouse term 1
            400 mouse 150 140: card 1 by pointer at 300
            500 mouse 148 124: card 1 by pointer at 300; next 750
            700 mouse 147 122: card 1 by pointer at 300; next 950
            800 mouse term 1: card 1 by pointer at 300",
    ]);
}

#[test]
fn from_term_to_term() {
    tell(&[
        "a neighbour opens at once while a card is open
            0 mouse term 1
            400 mouse 300 70: card 3 by pointer at 400",
        "and at once 200 after it closed
            0 mouse term 1
            400 mouse far: card 1 by pointer at 300; next 650
            850 mouse term 2: card 2 by pointer at 850",
        "but 400 after it closed only after the delay
            0 mouse term 1
            400 mouse far: card 1 by pointer at 300; next 650
            1050 mouse term 2: nothing, left; next 1350
            1350 look: card 2 by pointer at 1350",
        "no haste after a card opened by keyboard
            0 focus term 1
            400 focus elsewhere: card 1 by keyboard at 300; next 650
            700 mouse term 2: nothing, left; next 1000",
        "no haste while a card of the keyboard is open, but a rest replaces it
            0 focus term 1
            400 mouse 300 70: card 1 by keyboard at 300; next 700
            700 look: card 3 by pointer at 700",
        "no haste while focus is on the term of the open card, nor after a finger took it over
            0 mouse term 1
            400 focus term 1: card 1 by pointer at 300
            500 mouse 300 70: card 1 by pointer at 300; next 800
            600 focus elsewhere
            610 tap card
            620 mouse far: card 1 by pointer at 300
            630 mouse 300 70: card 1 by pointer at 300; next 930",
        "no haste after a click outside
            0 mouse term 1
            400 click far: nothing, outside
            450 mouse term 2: nothing, outside; next 750",
        "a mouse that passes takes no card from a reader who is inside it with the keyboard
            0 enter term 1
            10 focus card: card 1 by keyboard at 0
            100 mouse 300 70: card 1 by keyboard at 0
            9999 mouse 300 71: card 1 by keyboard at 0",
    ]);
}

#[test]
fn escape_and_scrolling() {
    tell(&[
        "Escape, and no new card until the pointer left and came back
            0 mouse term 1
            400 escape: nothing, escape
            500 mouse 140 108: nothing, escape
            2000 mouse 110 108: nothing, escape
            2100 mouse above term 1: nothing, escape
            2200 mouse term 1: nothing, escape; next 2500
            2500 look: card 1 by pointer at 2500",
        "Escape with the pointer on the card: the term is silent only if the pointer comes out on it
            0 mouse term 1
            400 mouse 150 130: card 1 by pointer at 300
            500 escape: nothing, escape
            510 mouse 150 119: nothing, escape
            600 mouse 150 92: nothing, escape
            700 mouse term 1: nothing, escape; next 1000",
        "Escape, and leaving the window is leaving the term
            0 mouse term 1
            400 escape
            500 leave
            600 mouse term 1: nothing, escape; next 900",
        "Escape with the mouse on the card, which then holds no other card
            0 mouse term 1
            400 mouse card
            500 escape
            600 site opens term 4
            700 focus card: card 4 by api at 600
            800 focus elsewhere: card 4 by api at 600; next 1050",
        "Escape in a related card: focus given back to the term it came from opens nothing
            0 enter term 1
            10 focus card
            500 site opens card 7: site's card 7 by api at 500
            900 escape: nothing, escape
            901 focus term 1: nothing, escape",
        "after Escape, another term needs its delay
            0 mouse term 1
            400 escape
            450 mouse term 2: nothing, escape; next 750",
        "Escape while arming
            0 mouse term 1
            100 escape: nothing
            200 mouse 140 110: nothing
            300 mouse far: nothing
            400 mouse term 1: nothing; next 700",
        "Escape on a focused term, and no new card until focus left and came back
            0 focus term 1
            400 escape: nothing, escape
            1000 focus term 1: nothing, escape
            2000 focus elsewhere: nothing, escape
            3000 focus term 1: nothing, escape; next 3300
            3300 look: card 1 by keyboard at 3300",
        "Escape inside the card: the focus given back to the term opens nothing, Enter does
            0 enter term 1
            10 focus card
            400 escape: nothing, escape
            401 focus elsewhere: nothing, escape
            402 focus term 1: nothing, escape
            3000 enter term 1: card 1 by keyboard at 3000, focus goes in",
        "scrolling while arming stops it; only a real move begins anew
            0 mouse term 1
            100 scroll: nothing
            1000 look: nothing
            1100 mouse 149 105: nothing; next 1400
            1400 look: card 1 by pointer at 1400",
        "scrolling does not stop focus: focus itself scrolls
            0 focus term 1
            5 scroll: nothing; next 300
            300 look: card 1 by keyboard at 300",
        "scrolling keeps an open card until its term leaves the view
            0 mouse term 1
            400 scroll: card 1 by pointer at 300
            9000 scroll: card 1 by pointer at 300
            9001 gone: nothing, gone",
        "the term of a focused card leaves the view while the next one is focused
            0 focus term 1
            400 focus term 4: card 1 by keyboard at 300; next 700
            405 gone: nothing, gone; next 700
            700 look: card 4 by keyboard at 700",
    ]);
}

#[test]
fn keyboard() {
    tell(&[
        "focus opens after the delay
            0 focus term 1: nothing; next 300
            300 look: card 1 by keyboard at 300
            9999 look: card 1 by keyboard at 300",
        "leaving before the delay opens nothing
            0 focus term 1
            200 focus elsewhere: nothing
            999 look: nothing",
        "a mouse that moves elsewhere does not stop focus
            0 focus term 1
            200 mouse far: nothing; next 300",
        "from the term into the card it stays, and on elsewhere it closes after the grace
            0 focus term 1
            400 focus card: card 1 by keyboard at 300
            5000 focus elsewhere: card 1 by keyboard at 300; next 5250
            5250 look: nothing, left",
        "focus that leaves the card stays out of it while the mouse is on it
            0 focus term 1
            400 mouse card: card 1 by keyboard at 300
            500 focus elsewhere: card 1 by keyboard at 300
            900 mouse far: card 1 by keyboard at 300; next 1150",
        "a mouse that moves on the focused term changes nothing
            0 focus term 1
            100 mouse 105 105: nothing; next 300
            200 mouse 150 105: nothing; next 300
            300 look: card 1 by keyboard at 300",
        "to the next term and soon back
            0 focus term 1
            400 focus term 2
            800 focus term 1: card 2 by keyboard at 700; next 1100",
        "from term to term, each after its delay and without a gap
            0 focus term 1
            400 focus term 2: card 1 by keyboard at 300; next 700
            700 look: card 2 by keyboard at 700",
        "Enter opens at once and moves in
            0 focus term 1
            50 enter term 1: card 1 by keyboard at 50, focus goes in
            60 focus card: card 1 by keyboard at 50",
        "leaving and entering may be told apart: the card waits for its focus
            0 enter term 1: card 1 by keyboard at 0, focus goes in
            5 focus elsewhere: card 1 by keyboard at 0; next 255
            6 focus card: card 1 by keyboard at 0",
        "Enter on the term of an open hover card moves in, and again after coming back out
            0 mouse term 1
            400 focus term 1: card 1 by pointer at 300
            500 enter term 1: card 1 by pointer at 300, focus goes in
            510 focus card: card 1 by pointer at 300
            600 focus term 1: card 1 by pointer at 300
            700 enter term 1: card 1 by pointer at 300, focus goes in",
        "the close button, and focus given back to the term opens nothing
            0 enter term 1
            10 focus card
            900 close button: nothing, button
            901 focus term 1: nothing, button
            9999 look: nothing, button",
        "a card closed because focus left opens again when focus soon returns
            0 focus term 1
            400 focus elsewhere
            700 focus term 1: nothing, left; next 1000",
    ]);
}

#[test]
fn touch() {
    tell(&[
        "a tap opens, and nothing but a dismissal closes
            0 tap term 1: card 1 by touch at 0
            9000 scroll: card 1 by touch at 0
            9100 tap card: card 1 by touch at 0
            9200 focus elsewhere: card 1 by touch at 0
            9300 tap elsewhere: nothing, outside",
        "a tap on another term replaces
            0 tap term 1
            900 tap term 2: card 2 by touch at 900",
        "a second tap on the term closes, the other half of a double tap does not
            0 tap term 1
            200 tap term 1: card 1 by touch at 0
            900 tap term 1: nothing, outside
            1900 tap term 1: card 1 by touch at 1900",
        "the focus that a tap brings neither opens nor closes
            0 focus term 1: nothing; next 300
            1 tap term 1: card 1 by touch at 1
            900 tap term 1: nothing, outside
            901 focus elsewhere: nothing, outside
            902 focus term 1: nothing, outside",
        "back
            0 tap term 1
            900 close back: nothing, back",
        "mouse after touch on a hybrid: passing changes nothing, a rest opens the next, which leaving closes
            0 tap term 1
            500 mouse card: card 1 by touch at 0
            600 mouse far: card 1 by touch at 0
            700 mouse 300 70: card 1 by touch at 0; next 1000
            1000 look: card 3 by pointer at 1000
            1100 mouse far: card 3 by pointer at 1000; next 1350
            1350 look: nothing, left",
        "a click outside closes a touched card too
            0 tap term 1
            900 click far: nothing, outside",
        "a finger takes over the card that the mouse opened
            0 mouse term 1
            400 tap term 1: card 1 by pointer at 300
            900 mouse far: card 1 by pointer at 300
            9999 tap elsewhere: nothing, outside",
    ]);
}

#[test]
fn clicks_and_drags() {
    tell(&[
        "a click opens at once; a click on the term of an open card changes nothing
            0 mouse term 1
            50 click term 1: card 1 by pointer at 50
            900 click term 1: card 1 by pointer at 50
            1000 mouse far: card 1 by pointer at 50; next 1250",
        "focus that a click leaves on the term or in the card holds nothing once the mouse has left
            0 press term 1
            1 focus term 1: nothing
            50 release term 1: card 1 by pointer at 50
            100 mouse card: card 1 by pointer at 50
            200 press card
            201 focus card
            250 release card: card 1 by pointer at 50
            300 mouse far: card 1 by pointer at 50; next 550",
        "a click in the card changes nothing, one outside closes
            0 mouse term 1
            400 mouse card
            500 click card: card 1 by pointer at 300
            600 click far: nothing, outside",
        "text selected in the card, the mouse let go outside: only the grace after that closes
            0 mouse term 1
            400 mouse card
            500 press card: card 1 by pointer at 300
            600 mouse far: card 1 by pointer at 300
            2000 mouse term 4: card 1 by pointer at 300
            3000 mouse far: card 1 by pointer at 300
            4000 release far: card 1 by pointer at 300; next 4250
            4200 mouse card: card 1 by pointer at 300
            5000 mouse far: card 1 by pointer at 300; next 5250
            5250 look: nothing, left",
        "text selected from outside into the card
            0 mouse term 1
            400 press far
            500 release card: card 1 by pointer at 300",
        "the click after such a selection closes again
            0 mouse term 1
            400 press card
            500 release far: card 1 by pointer at 300; next 750
            600 click far: nothing, outside",
        "a drag across terms opens nothing
            0 press 90 110: nothing
            100 mouse term 1: nothing
            900 mouse term 2: nothing
            1000 release term 2: nothing
            2000 look: nothing
            2100 mouse 231 110: nothing; next 2400",
        "a press on a term stops the count
            0 mouse term 1
            100 press term 1: nothing
            900 look: nothing",
    ]);
}

#[test]
fn pinned() {
    let begin = "
        0 mouse term 1
        400 mouse card
        500 pin: card 1 by pointer at 300, pinned";
    let end = "
        99999 look: card 1 by pointer at 300, pinned";
    for story in [
        "leaving the card, leaving the window\n 600 mouse far\n 900 leave",
        "a click outside, a tap outside\n 600 click far\n 900 tap elsewhere",
        "focus elsewhere, focus on another term\n 600 focus elsewhere\n 900 focus term 2",
        "a rest on another term\n 600 mouse 300 70\n 900 mouse 301 70",
        "its term out of view\n 600 gone",
    ] {
        let (name, moments) = story.split_once('\n').expect(story);
        tell(&[&[name, begin, "\n", moments, end].concat()]);
    }
    for story in [
        "the close button\n 600 close button: nothing, button",
        "Escape\n 600 escape: nothing, escape",
        "back\n 600 close back: nothing, back",
        "its term taken out of the page\n 600 close gone: nothing, gone",
        "another card opened by the site\n 600 site opens card 7: site's card 7 by api at 600",
        "another term clicked\n 600 click term 4: card 4 by pointer at 600",
        "another term tapped\n 600 tap term 2: card 2 by touch at 600",
        "Enter on another term\n 600 enter term 2: card 2 by keyboard at 600, focus goes in",
        "let go with the mouse elsewhere\n 600 mouse far\n 700 unpin: card 1 by pointer at 300; next 950",
    ] {
        let (name, moments) = story.split_once('\n').expect(story);
        tell(&[&[name, begin, "\n", moments].concat()]);
    }
}

#[test]
fn the_site_opens_and_closes() {
    tell(&[
        "opens at once and stays
            0 site opens card 7: site's card 7 by api at 0
            500 mouse far: site's card 7 by api at 0
            9000 close api: nothing, api",
        "the click on the site's own button does not close what it opened, the next click does
            0 press far
            80 site opens term 1: card 1 by api at 80
            80 release far: card 1 by api at 80
            900 click far: nothing, outside",
        "opening what is open does not open it anew, but keeps it
            0 mouse term 1
            400 mouse far: card 1 by pointer at 300; next 650
            500 site opens term 1: card 1 by pointer at 300",
        "a card opened by the site closes when focus was inside and leaves
            0 site opens term 1
            100 focus card: card 1 by api at 0
            900 focus elsewhere: card 1 by api at 0; next 1150",
        "closing while arming stops that too, until the pointer left and came back
            0 mouse term 1
            100 close api: nothing
            200 mouse 149 105: nothing",
        "closing nothing
            0 close api: nothing",
    ]);
}
