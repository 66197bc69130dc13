import { useWords } from '../components/WordsContext.tsx'
import { Redo2, Undo2 } from 'lucide-react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useDashboard, useDashboardStore } from '../store/dashboardContext.tsx'

/** Takes back and does again changes to data, mappings, decisions and settings; also by keyboard. */
export function UndoRedo() {
  const { page, changeText } = useWords()
  const { temporal } = useDashboardStore()
  const change = useDashboard((state) => state.change)
  const canUndo = useStore(temporal, (state) => state.pastStates.length > 0)
  const next = useStore(temporal, (state) => state.futureStates.at(-1))
  const { undo, redo } = temporal.getState()
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isText(event.target)) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) redo()
      else undo()
    }
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('keydown', press)
    }
  }, [undo, redo])
  const undoLabel = page.undo(
    !canUndo ? null : change === null ? page.lastChange : changeText(change),
  )
  const redoLabel = page.redo(
    next === undefined ? null : next.change == null ? page.nextChange : changeText(next.change),
  )
  return (
    <span className="ml-auto flex shrink-0">
      <button
        type="button"
        className="icon-button"
        aria-label={undoLabel}
        title={undoLabel}
        disabled={!canUndo}
        onClick={() => {
          undo()
        }}
      >
        <Undo2 size={16} aria-hidden />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={redoLabel}
        title={redoLabel}
        disabled={next === undefined}
        onClick={() => {
          redo()
        }}
      >
        <Redo2 size={16} aria-hidden />
      </button>
    </span>
  )
}

/** Where the browser has an undo of its own. */
function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['range', 'checkbox', 'radio'].includes(target.type))
  )
}
