import { isRecord, type JsonRecord } from './jsonRecord.ts'

const TOKEN = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\b(?:None|True|False|nan|NaN|inf|Infinity)\b/g
const WORDS: Readonly<Record<string, string>> = { None: 'null', True: 'true', False: 'false' }

/**
 * A text that holds a dictionary, as `json` or Python's `str(dict)` writes it (trackers' scripts put
 * whole configurations into one cell). Null for any other text.
 */
export function parseDictionary(text: string): JsonRecord | null {
  const trimmed = text.trim()
  if (!trimmed.startsWith('{') || !trimmed.endsWith('}')) return null
  return parsed(trimmed) ?? parsed(trimmed.replace(TOKEN, asJson))
}

function asJson(token: string): string {
  if (token.startsWith('"')) return token
  if (token.startsWith("'")) {
    const inner = token
      .slice(1, -1)
      .replaceAll("\\'", "'")
      .replace(/(?<!\\)"/g, '\\"')
    return `"${inner}"`
  }
  return WORDS[token] ?? `"${token}"`
}

function parsed(text: string): JsonRecord | null {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}
