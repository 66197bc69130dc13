import type { Language } from '../settings/appearance.ts'

/** Each language in its own words, so that whoever reads only it finds it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ko: '한국어' }
