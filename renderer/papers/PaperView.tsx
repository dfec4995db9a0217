import { useState } from 'react'
import { failureSentence } from '../lib/errors.ts'
import { tell, useT } from '../lib/i18n.ts'
import { Button, EmptyState, Finding, Segmented } from '../ui/index.ts'
import { Sheets, type Fit } from './Sheets.tsx'
import type { Made } from './usePapers.ts'

/** One kind of paper: its sheets, or in one sentence why there are none. */
export const PaperView = ({
  made,
  index,
  onIndex,
  fit,
  onFit,
}: {
  made: Made
  index: number
  onIndex: (index: number) => void
  fit: Fit
  onFit: (fit: Fit) => void
}) => {
  const t = useT()
  const [pages, setPages] = useState(1)
  const { previews, css, why } = made
  const preview = previews[index]
  if (!preview) {
    const sentence = why ? failureSentence({ code: 'rule', message: why }) : t('papers.nothing')
    return <EmptyState icon="paper" title={sentence} />
  }
  const { title: lines, blanks = [] } = preview.paper
  const title = lines.join('')
  return (
    <div className="papers-view">
      <header>
        <b title={preview.fileName}>{preview.fileName}</b>
        <span>{t('papers.pages', { count: pages })}</span>
        <Segmented<Fit>
          label={t('papers.fit')}
          value={fit}
          options={[
            { value: 'width', label: t('papers.fitWidth') },
            { value: 'page', label: t('papers.fitPage') },
          ]}
          onChange={onFit}
        />
        {previews.length > 1 ? (
          <div className="kit-row">
            <Button
              size="s"
              chord="Mod+ArrowUp"
              disabled={index === 0}
              onClick={() => onIndex(index - 1)}
            >
              {t('papers.previous')}
            </Button>
            <span>{t('papers.of', { at: index + 1, count: previews.length })}</span>
            <Button
              size="s"
              chord="Mod+ArrowDown"
              disabled={index === previews.length - 1}
              onClick={() => onIndex(index + 1)}
            >
              {t('papers.following')}
            </Button>
          </div>
        ) : null}
      </header>
      {blanks.length > 0 ? (
        <Finding tone="warn">
          {t('papers.blank.title')}
          {blanks.map(tell).join('')}
        </Finding>
      ) : null}
      <Sheets
        html={preview.html}
        css={css}
        label={title}
        fit={fit}
        landscape={preview.paper.page.landscape === true}
        onPages={setPages}
      />
    </div>
  )
}
