/**
 * Bytes as text: UTF-8, or UTF-16 where a byte order mark says so; the mark itself is dropped.
 * Null when the bytes are not text (a picture, an archive): control bytes, or UTF-8 broken in
 * more than one place in a hundred.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  const text = new TextDecoder(encoding).decode(bytes)
  const sample = text.slice(0, 65_536)
  let strange = 0
  for (const character of sample) {
    const code = character.codePointAt(0) ?? 0
    if (code === 0) return null
    const control = code < 32 && character !== '\t' && character !== '\n' && character !== '\r'
    if (control || code === 0xfffd) strange++
  }
  return strange > sample.length / 100 ? null : text
}
