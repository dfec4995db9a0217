import {
  closestCenter,
  DndContext,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core'
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../lib/i18n.ts'
import { chordOf, isComposing } from '../lib/keys.ts'
import { Icon } from './Icon.tsx'

type DragListProps<T> = {
  label: string
  items: readonly T[]
  keyOf: (item: T) => string
  selected: string | null
  onSelect: (key: string) => void
  /** 0-based new place of an item. */
  onMove: (key: string, index: number) => void
  onOpen?: (key: string) => void
  children: (item: T, index: number) => ReactNode
  disabled?: boolean
}

/** A list put in order by dragging or by Alt+↑/↓ on the selected row; arrows move, Enter opens. */
export const DragList = <T,>(props: DragListProps<T>) => {
  const {
    items,
    keyOf,
    selected,
    onSelect,
    onMove,
    onOpen,
    label,
    children,
    disabled = false,
  } = props
  const list = useRef<HTMLUListElement>(null)
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }))
  const keys = items.map(keyOf)
  const at = selected === null ? -1 : keys.indexOf(selected)
  const focusRow = (key: string) =>
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus(),
    )
  const select = (index: number) => {
    const key = keys[index]
    if (key === undefined) return
    onSelect(key)
    focusRow(key)
  }
  const move = (by: number) => {
    const key = keys[at]
    if (key === undefined || disabled || keys[at + by] === undefined) return
    onMove(key, at + by)
    focusRow(key)
  }
  const chords: Record<string, () => void> = {
    ArrowDown: () => select(Math.min(at + 1, keys.length - 1)),
    ArrowUp: () => select(Math.max(at - 1, 0)),
    Home: () => select(0),
    End: () => select(keys.length - 1),
    'Alt+ArrowDown': () => move(1),
    'Alt+ArrowUp': () => move(-1),
    Enter: () => keys[at] !== undefined && onOpen?.(keys[at]),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const run = chords[chordOf(event)]
    if (!run) return
    event.preventDefault()
    run()
  }
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const to = over ? keys.indexOf(String(over.id)) : -1
    if (to >= 0 && active.id !== over?.id) onMove(String(active.id), to)
  }
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd}>
      <SortableContext items={keys} strategy={verticalListSortingStrategy}>
        <ul
          ref={list}
          className="kit-draglist"
          role="listbox"
          aria-label={label}
          onKeyDown={onKeyDown}
        >
          {items.map((item, index) => (
            <DragRow
              key={keyOf(item)}
              id={keyOf(item)}
              selected={keyOf(item) === selected}
              focusable={keyOf(item) === selected || (at < 0 && index === 0)}
              disabled={disabled}
              onSelect={onSelect}
              {...(onOpen ? { onOpen } : {})}
            >
              {children(item, index)}
            </DragRow>
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  )
}

const DragRow = ({
  id,
  selected,
  focusable,
  disabled,
  onSelect,
  onOpen,
  children,
}: {
  id: string
  selected: boolean
  focusable: boolean
  disabled: boolean
  onSelect: (key: string) => void
  onOpen?: (key: string) => void
  children: ReactNode
}) => {
  const t = useT()
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({ id, disabled })
  return (
    <li
      ref={setNodeRef}
      role="option"
      aria-selected={selected}
      tabIndex={focusable ? 0 : -1}
      data-key={id}
      data-dragging={isDragging || undefined}
      style={{
        transform: transform ? `translateY(${transform.y}px)` : undefined,
        transition,
      }}
      onClick={() => onSelect(id)}
      onFocus={() => {
        if (!selected) onSelect(id)
      }}
      onDoubleClick={() => onOpen?.(id)}
    >
      <span className="kit-grip" title={t('common.drag')} {...listeners}>
        <Icon name="grip" size={14} />
      </span>
      {children}
    </li>
  )
}
