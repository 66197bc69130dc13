import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { FileDrop } from '../../src/components/FileDrop.tsx'
import { Figure } from '../../src/components/Figure.tsx'
import { Powers } from '../../src/components/Powers.tsx'
import { Slider } from '../../src/components/Slider.tsx'

describe('Slider', () => {
  it('is a labelled range that says its value in words', () => {
    const onChange = vi.fn()
    render(
      <Slider
        label="Budget"
        value={17}
        min={6}
        max={28}
        step={0.01}
        valueText="10¹⁷ FLOPs"
        onChange={onChange}
      />,
    )
    const slider = screen.getByRole('slider', { name: 'Budget' })
    expect(slider).toHaveAttribute('aria-valuetext', '10¹⁷ FLOPs')
    fireEvent.change(slider, { target: { value: '20.5' } })
    expect(onChange).toHaveBeenCalledWith(20.5)
  })
})

describe('Figure', () => {
  it('shows its data on demand', async () => {
    render(
      <Figure
        title="Curves"
        caption="What was done."
        tableLabel="Data of the curves"
        table={
          <table>
            <caption>Data of it</caption>
          </table>
        }
      >
        <p>picture</p>
      </Figure>,
    )
    expect(screen.queryByRole('table')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Data' }))
    expect(screen.getByRole('table', { name: 'Data of it' })).toBeVisible()
  })
})

describe('FileDrop', () => {
  const file = new File(['a,b'], 'a.csv')

  it('hands on chosen files, also the same file twice', async () => {
    const onFiles = vi.fn()
    render(
      <FileDrop label="Add files" onFiles={onFiles}>
        here
      </FileDrop>,
    )
    const input = screen.getByLabelText('Add files')
    await userEvent.upload(input, file)
    await userEvent.upload(input, file)
    expect(onFiles).toHaveBeenCalledTimes(2)
    expect(onFiles).toHaveBeenLastCalledWith([file])
  })

  it('takes files dropped anywhere on the page, and leaves dropped text alone', () => {
    const onFiles = vi.fn()
    render(
      <FileDrop label="Add files" onFiles={onFiles}>
        here
      </FileDrop>,
    )
    fireEvent.drop(window, { dataTransfer: { types: ['text/plain'], files: [] } })
    expect(onFiles).not.toHaveBeenCalled()
    fireEvent.drop(window, { dataTransfer: { types: ['Files'], files: [file] } })
    expect(onFiles).toHaveBeenCalledWith([file])
  })
})

describe('a sentence with a formula', () => {
  it('has its powers set as such, and leaves what a file may hold alone', () => {
    const { container } = render(<Powers text="A/x^α, x^(−β) of a^b" />)
    expect([...container.querySelectorAll('sup')].map((sup) => sup.textContent)).toEqual([
      'α',
      '−β',
    ])
    expect(container.textContent).toBe('A/xα, x−β of a^b')
  })
})
