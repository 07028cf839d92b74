//! In: what stands on a chart already, and labels with the places where they might stand. Out: a free place
//! for each label, or none. Labels that fit nowhere are left out: their figures stand in the table, too.

use super::canvas::{Anchor, At};
use super::ink::Tone;

/// A box in units: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area(pub f64, pub f64, pub f64, pub f64);

impl Area {
    /// Around a place, so far to each side.
    pub fn around((x, y): At, half_width: f64, half_height: f64) -> Self {
        Self(x - half_width, y - half_height, x + half_width, y + half_height)
    }

    fn touches(&self, other: &Self) -> bool {
        self.0 < other.2 && other.0 < self.2 && self.1 < other.3 && other.1 < self.3
    }

    fn holds(&self, other: &Self) -> bool {
        self.0 <= other.0 && self.1 <= other.1 && self.2 >= other.2 && self.3 >= other.3
    }

    /// Whether a stretch of a line passes through: it is cut to the box from side to side.
    fn crossed(&self, (from, to): (At, At)) -> bool {
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        let sides = [
            (to.0 - from.0, self.0 - from.0, self.2 - from.0),
            (to.1 - from.1, self.1 - from.1, self.3 - from.1),
        ];
        for (way, low, high) in sides {
            if way == 0.0 {
                if low > 0.0 || high < 0.0 {
                    return false;
                }
                continue;
            }
            let (a, b) = (low / way, high / way);
            enter = enter.max(a.min(b));
            leave = leave.min(a.max(b));
        }
        enter <= leave
    }
}

/// What is taken, and where labels may stand at all.
pub struct Room {
    inside: Area,
    taken: Vec<Area>,
    lines: Vec<(At, At)>,
}

impl Room {
    pub fn new(inside: Area) -> Self {
        Self { inside, taken: Vec::new(), lines: Vec::new() }
    }

    pub fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// Lines may be written over, where there is no other place.
    pub fn line(&mut self, points: &[At]) {
        self.lines.extend(points.windows(2).map(|pair| (pair[0], pair[1])));
    }

    /// A free place for a line of text near a mark of the size `away` to each side, and its anchor. What
    /// is found is taken.
    pub fn find(&mut self, tone: Tone, text: &str, mark: At, away: f64) -> Option<(Anchor, At)> {
        let (wide, half) = (tone.width(text), tone.size() * 0.62);
        let places = candidates(mark, away, half);
        let area = |(anchor, at): &(Anchor, At)| {
            let left = match anchor {
                Anchor::Left => at.0,
                Anchor::Middle => at.0 - wide / 2.0,
                Anchor::Right => at.0 - wide,
            };
            Area(left - 1.0, at.1 - half, left + wide + 1.0, at.1 + half)
        };
        let free = |area: &Area| {
            self.inside.holds(area) && !self.taken.iter().any(|taken| taken.touches(area))
        };
        let clear = |area: &Area| !self.lines.iter().any(|line| area.crossed(*line));
        let mut first = None;
        let mut free = places.into_iter().filter(|place| free(&area(place)));
        let clear = free.find(|place| {
            first.get_or_insert(*place);
            clear(&area(place))
        });
        let best = clear.or(first)?;
        self.taken.push(area(&best));
        Some(best)
    }
}

/// Above, below and beside a mark, then further away.
fn candidates((x, y): At, away: f64, half: f64) -> Vec<(Anchor, At)> {
    use Anchor::{Left, Middle, Right};
    let mut places = Vec::with_capacity(3 * 14);
    for far in [away + 1.0, away + 8.0, away + 15.0] {
        let (up, down, side) = (y - far - half, y + far + half, away + 2.0);
        places.extend([
            (Middle, (x, up)),
            (Middle, (x, down)),
            (Right, (x - far - 1.0, y)),
            (Left, (x + far + 1.0, y)),
            (Right, (x - far - 1.0, y - half)),
            (Left, (x + far + 1.0, y + half)),
            (Right, (x + side, up)),
            (Left, (x - side, up)),
            (Right, (x + side, down)),
            (Left, (x - side, down)),
            (Right, (x - side, up)),
            (Left, (x + side, down)),
            (Left, (x + side, up)),
            (Right, (x - side, down)),
        ]);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_give_way() {
        let mut room = Room::new(Area(0.0, 0.0, 100.0, 100.0));
        let first = room.find(Tone::Value, "600", (50.0, 50.0), 4.0).unwrap();
        let second = room.find(Tone::Value, "600", (50.0, 50.0), 4.0).unwrap();
        assert!(first.1.1 < 50.0 && second.1.1 > 50.0);
        assert_eq!(
            room.find(Tone::Value, "wider than all the room there is", (50.0, 50.0), 4.0),
            None
        );
    }

    #[test]
    fn lines_are_seen() {
        let area = Area(0.0, 0.0, 10.0, 10.0);
        assert!(area.crossed(((-5.0, 5.0), (15.0, 5.0))));
        assert!(!area.crossed(((-5.0, 15.0), (15.0, 15.0))));
        assert!(
            !area.crossed(((-5.0, 0.0), (0.0, -5.0))) || area.crossed(((-5.0, 5.0), (5.0, -5.0)))
        );
    }
}
