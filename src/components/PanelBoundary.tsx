import { useWords } from './WordsContext.tsx'
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
      <Fault
        name={this.props.name}
        message={error.message}
        onRetry={() => {
          this.setState({ error: null })
        }}
      />
    )
  }
}

interface FaultProps {
  readonly name: string
  readonly message: string
  readonly onRetry: () => void
}

function Fault({ name, message, onRetry }: FaultProps) {
  const { page } = useWords()
  return (
    <Notice tone="error">
      {page.fault(name, message)}{' '}
      <button type="button" className="button-quiet" onClick={onRetry}>
        {page.tryAgain}
      </button>
    </Notice>
  )
}
