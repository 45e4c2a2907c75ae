//! Long lines are folded, by the octets of RFC 5545 §3.1. The library counts the space that begins a continuation line out of
//! them: a line of it may have 76.

const OCTETS_MAX: usize = 75;

/// The same lines, those that are too long continued on lines that begin with a space. Lines that were folded already are made
/// whole first; no character is cut.
pub(crate) fn fold(text: &str) -> String {
    let whole = text.replace("\r\n ", "");
    let mut folded = String::with_capacity(whole.len() + whole.len() / OCTETS_MAX * 3);
    for line in whole.split_terminator("\r\n") {
        let mut octets = 0;
        for character in line.chars() {
            if octets + character.len_utf8() > OCTETS_MAX {
                folded.push_str("\r\n ");
                octets = 1;
            }
            folded.push(character);
            octets += character.len_utf8();
        }
        folded.push_str("\r\n");
    }
    folded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_is_cut_after_75_octets_and_goes_on_after_a_space() {
        let folded = fold(&format!("SUMMARY:{}\r\n", "x".repeat(142)));
        let lengths: Vec<usize> = folded.split_terminator("\r\n").map(str::len).collect();
        assert_eq!(lengths, [75, 75, 2]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_line_is_too_long(text in "[^\\r\\n]{0,300}") {
            let line = format!("SUMMARY:{text}\r\n");
            let folded = fold(&line);
            prop_assert!(folded.split_terminator("\r\n").all(|line| line.len() <= OCTETS_MAX));
            prop_assert_eq!(folded.replace("\r\n ", ""), line);
        }
    }
}
