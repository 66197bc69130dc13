/** How the text of a file is encoded, as a label of `TextDecoder`. */
export type TextEncodingLabel = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Bytes of a file's beginning that show its encoding. */
export const HEAD_BYTES = 65_536

/**
 * The encoding of a file by its first bytes (up to {@link HEAD_BYTES}): a byte order mark; UTF-16
 * without one, where every other byte is zero; else UTF-8, or windows-1252 where the bytes are no
 * UTF-8 (spreadsheets write it). Null when the bytes are not text: control characters, or zeros.
 */
export function guessEncoding(head: Uint8Array): TextEncodingLabel | null {
  if (head[0] === 0xff && head[1] === 0xfe) return textual(head, 'utf-16le')
  if (head[0] === 0xfe && head[1] === 0xff) return textual(head, 'utf-16be')
  const zeros = [0, 0]
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const half = head.length / 2
  if (odd > half * 0.8 && even < half * 0.05) return textual(head, 'utf-16le')
  if (even > half * 0.8 && odd < half * 0.05) return textual(head, 'utf-16be')
  return textual(head, 'utf-8') ?? (isUtf8(head) ? null : textual(head, 'windows-1252'))
}

/** Bytes of a whole file as text, without a byte order mark; null when they are not text. */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = guessEncoding(bytes.subarray(0, HEAD_BYTES))
  return encoding === null ? null : new TextDecoder(encoding).decode(bytes)
}

/** The encoding, unless what it decodes to is not text. */
function textual(head: Uint8Array, encoding: TextEncodingLabel): TextEncodingLabel | null {
  const text = new TextDecoder(encoding).decode(head, { stream: true })
  let strange = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code === 0) return null
    const control =
      (code < 32 && character !== '\t' && character !== '\n' && character !== '\r') ||
      (code > 126 && code < 160)
    if (control || code === 0xfffd) strange++
  }
  return strange > text.length / 100 ? null : encoding
}

function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}
