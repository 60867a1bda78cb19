//! The picture that stands for a signature: a scribble as a small PNG.

const WIDTH: u32 = 240;
const HEIGHT: u32 = 56;
const BYTES_A_LINE: usize = 30;

/// The points that the pen passes.
const STROKE: [(u32, u32); 24] = [
    (12, 40),
    (26, 12),
    (34, 8),
    (30, 30),
    (22, 48),
    (44, 30),
    (54, 24),
    (50, 40),
    (62, 40),
    (72, 24),
    (70, 40),
    (86, 22),
    (84, 40),
    (100, 28),
    (112, 10),
    (106, 44),
    (124, 26),
    (134, 40),
    (146, 24),
    (150, 40),
    (168, 30),
    (190, 40),
    (214, 28),
    (232, 34),
];

/// The scribble as the bytes of a PNG in black and white.
pub(super) fn png() -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = Vec::new();
    header.extend(WIDTH.to_be_bytes());
    header.extend(HEIGHT.to_be_bytes());
    // One bit a point, grey, and the only methods that PNG has.
    header.extend([1, 0, 0, 0, 0]);
    chunk(&mut png, *b"IHDR", &header);
    // White lets the field show through.
    chunk(&mut png, *b"tRNS", &[0, 1]);
    chunk(&mut png, *b"IDAT", &stored(&lines()));
    chunk(&mut png, *b"IEND", &[]);
    png
}

/// The lines of the picture, each after the byte that names its filter.
fn lines() -> Vec<u8> {
    let mut lines = Vec::new();
    for y in 0..HEIGHT {
        lines.push(0);
        let mut line = [0xff_u8; BYTES_A_LINE];
        for (byte, x) in line.iter_mut().zip((0..WIDTH).step_by(8)) {
            for bit in 0..8 {
                if inked(x + bit, y) {
                    *byte &= !(0x80 >> bit);
                }
            }
        }
        lines.extend(line);
    }
    lines
}

/// Whether the pen passed within a point and a half.
fn inked(x: u32, y: u32) -> bool {
    let ends = STROKE.iter().zip(STROKE.iter().skip(1));
    ends.into_iter().any(|(from, to)| {
        let (ax, ay) = (f64::from(from.0), f64::from(from.1));
        let (bx, by) = (f64::from(to.0), f64::from(to.1));
        let (px, py) = (f64::from(x), f64::from(y));
        let (dx, dy) = (bx - ax, by - ay);
        let along = ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy);
        let along = along.clamp(0.0, 1.0);
        let (away, off) = (px - ax - along * dx, py - ay - along * dy);
        away * away + off * off <= 2.25
    })
}

/// Bytes in the zlib format, stored as they are.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len()).unwrap_or(u16::MAX);
    let mut stored = vec![0x78, 0x01, 0x01];
    stored.extend(length.to_le_bytes());
    stored.extend((!length).to_le_bytes());
    stored.extend(bytes);
    let (mut low, mut high) = (1_u32, 0_u32);
    for byte in bytes {
        low = (low + u32::from(*byte)) % 65_521;
        high = (high + low) % 65_521;
    }
    stored.extend(((high << 16) | low).to_be_bytes());
    stored
}

fn chunk(png: &mut Vec<u8>, name: [u8; 4], content: &[u8]) {
    let length = u32::try_from(content.len()).unwrap_or(u32::MAX);
    let body: Vec<u8> = name.iter().chain(content).copied().collect();
    png.extend(length.to_be_bytes());
    png.extend(&body);
    png.extend(checksum(&body).to_be_bytes());
}

/// CRC-32 as PNG wants it.
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            let low = sum & 1;
            sum = (sum >> 1) ^ (0xedb8_8320 * low);
        }
    }
    !sum
}

#[cfg(test)]
mod tests {
    use super::{BYTES_A_LINE, HEIGHT, checksum, lines, png};

    #[test]
    fn the_checksum_is_the_known_one() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
        assert_eq!(checksum(b"IEND"), 0xae42_6082);
    }

    #[test]
    fn the_picture_is_small_and_has_ink() {
        assert!(png().len() < 2_000);
        let lines = lines();
        assert_eq!(
            lines.len(),
            usize::try_from(HEIGHT).unwrap() * (BYTES_A_LINE + 1)
        );
        assert!(lines.iter().any(|byte| *byte != 0 && *byte != 0xff));
    }
}
