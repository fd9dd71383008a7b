//! Writes numbers as decimals where no language decides: dates given as numbers, labels of a figure's points, values in faults.
//!
//! Smaller than the standard library's formatting of floats, which brings tables of 4 KB into the WebAssembly.

/// Digits after the point: finer than any figure of a deck or pixel of a screen.
const DIGITS: i32 = 9;
/// From 2⁵³ on a double no longer tells whole numbers apart.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The fewest digits that give the number back, at most nine after the point: `2015`, `-0.25`. From 2⁵³ on with an exponent,
/// `1e21`, and then rounded; `NaN`, `Infinity` for what is not finite.
#[must_use]
pub fn decimal(number: f64) -> String {
    if number.abs() < 0.5 / power(DIGITS) {
        return "0".to_owned();
    }
    if !number.is_finite() {
        return (if number.is_nan() { "NaN" } else { "Infinity" }).to_owned();
    }
    if number.abs() >= EXACT {
        let (mut number, mut tens) = (number, 0_u32);
        while number.abs() >= 10.0 {
            number /= 10.0;
            tens += 1;
        }
        return [&decimal(number), "e", &tens.to_string()].concat();
    }
    let mut places = 0;
    #[allow(clippy::float_cmp, reason = "whether these digits say the very number is the question")]
    let is_said = |places| (number * power(places)).round() / power(places) == number;
    while places < DIGITS && number.abs() * power(places + 1) < EXACT && !is_said(places) {
        places += 1;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "kept below 2^53")]
    let digits = ((number.abs() * power(places)).round() as u64).to_string();
    let places = places.unsigned_abs() as usize;
    let zeros = "0".repeat((places + 1).saturating_sub(digits.len()));
    let digits = [zeros, digits].concat();
    let (whole, rest) = digits.split_at(digits.len() - places);
    let rest = rest.trim_end_matches('0');
    let sign = if number < 0.0 { "-" } else { "" };
    [sign, whole, if rest.is_empty() { "" } else { "." }, rest].concat()
}

fn power(places: i32) -> f64 {
    (0..places).fold(1.0, |power, _| power * 10.0)
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn numbers_are_written_in_as_few_digits_as_say_them() {
        let cases = [
            (0.0, "0"),
            (-0.0, "0"),
            (2015.0, "2015"),
            (106.3, "106.3"),
            (-0.25, "-0.25"),
            (0.001, "0.001"),
            (1.9, "1.9"),
            (14_532.5, "14532.5"),
            (1.0 / 3.0, "0.333333333"),
            (1e15 / 3.0, "333333333333333.3"),
            (123_456_789.012_345_67, "123456789.0123457"),
            (-1e-12, "0"),
            (9_007_199_254_740_991.0, "9007199254740991"),
            (1e21, "1e21"),
            (-2.5e30, "-2.5e30"),
            (f64::INFINITY, "Infinity"),
        ];
        for (number, written) in cases {
            assert_eq!(decimal(number), written, "{number:?}");
        }
    }
}
