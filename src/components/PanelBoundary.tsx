import { Component, type ReactNode } from 'react'
import { Notice } from './Notice.tsx'

interface PanelBoundaryProps {
  readonly name: string
  readonly children: ReactNode
}

/** Keeps the rest of the page alive when one panel has a fault of ours. */
export class PanelBoundary extends Component<PanelBoundaryProps, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      <Notice tone="error">
        {this.props.name} met a fault in Isoflop and stopped: {error.message}. The rest of the page
        still works.{' '}
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            this.setState({ error: null })
          }}
        >
          Try again
        </button>
      </Notice>
    )
  }
}
