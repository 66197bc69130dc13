import { createElement, Fragment, type ReactNode } from 'react'
import type { Parts } from '../words/parts.ts'

/** A message with what stands in its slots. */
export function PartsText({ of }: { readonly of: Parts<ReactNode> }) {
  return createElement(Fragment, null, ...of)
}
