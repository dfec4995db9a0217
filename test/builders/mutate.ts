/** Numbers from 0 up to 1, the same for one seed on every machine. */
export const randomOf = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What tends to upset readers of such files. */
const upsetting = [
  ...['"', '""', '","', '"\n"', ',', ';', '\t', '@', '#', '\0', '\u000b', '\ufeff', '\ufffd'],
  ...['<', '>', '&', '&a;', '&#0;', '&#xB;', '&#x110000;', '&#55555555555;', ']]>', '<![CDATA['],
  ...['<!--', '<!DOCTYPE a [<!ENTITY a "b">]>', '<?xml version="1.1"?>', '</Person>', '<Person>'],
  ...['<Item>', '<ZhaoPian>', '<XingMing/>', 'xmlns:a=""', 'a="1" a="1"', '=1+1', '#REF!', '1e308'],
  ...['2026-02-30', '99999999999999999999', '-1', '\u202e', '𠮷', '\ud800', 'é', '　', '__proto__'],
].map((text) => Buffer.from(text, 'utf8'))

const LONGEST = 400_000

/** A mutant of some bytes: one to three small hurts, never longer than 400,000 bytes. */
export const mutant = (
  random: () => number,
  whole: Uint8Array,
  others: readonly Uint8Array[],
): Uint8Array => {
  const below = (most: number): number => Math.floor(random() * most)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T
  const joined = (...parts: Uint8Array[]): Uint8Array => Buffer.concat(parts).subarray(0, LONGEST)
  const hurts: readonly ((bytes: Uint8Array, at: number) => Uint8Array)[] = [
    (bytes, at) => joined(bytes.subarray(0, at), Uint8Array.of(below(256)), bytes.subarray(at + 1)),
    (bytes, at) => joined(bytes.subarray(0, at), pick(upsetting), bytes.subarray(at)),
    (bytes, at) => joined(bytes.subarray(0, at), pick(upsetting), bytes.subarray(at + below(40))),
    (bytes, at) => joined(bytes.subarray(0, at), bytes.subarray(at + 1 + below(200))),
    (bytes, at) => bytes.subarray(0, at),
    (bytes, at) => bytes.subarray(at),
    (bytes, at) => {
      const part = bytes.subarray(at, at + 1 + below(300))
      const times = 1 + below(random() < 0.05 ? 2_000 : 4)
      return joined(
        bytes.subarray(0, at),
        ...Array<Uint8Array>(times).fill(part),
        bytes.subarray(at),
      )
    },
    (bytes, at) => {
      const other = pick(others)
      return joined(bytes.subarray(0, at), other.subarray(below(other.length)))
    },
    (bytes, at) => {
      const noise = Uint8Array.from({ length: 1 + below(60) }, () => below(256))
      return joined(bytes.subarray(0, at), noise, bytes.subarray(at))
    },
  ]
  let bytes = whole
  for (let left = 1 + below(3); left > 0; left -= 1) {
    bytes = pick(hurts)(bytes, below(bytes.length + 1))
  }
  return bytes
}
