import './frame.css'
import type { CSSProperties, ReactNode } from 'react'
import type { Figure, Frame, Line } from '../../shared/contract/hall.ts'
import { columnsOf } from '../../shared/rules/readable.ts'
import { CountdownView } from './Countdown.tsx'

/** Letters up to which a title is set large, and in the middle size. */
const SHORT = 16
const MIDDLE = 45

const lengthOf = (title: string): 'short' | 'middle' | 'long' =>
  title.length <= SHORT ? 'short' : title.length <= MIDDLE ? 'middle' : 'long'

const Title = ({ children }: { children: string }) => (
  <h1 data-length={lengthOf(children)}>{children}</h1>
)

const Figures = ({ figures }: { figures: readonly Figure[] }) =>
  figures.length === 0 ? null : (
    <dl className="hall-figures">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )

const Small = ({ children }: { children: string }) =>
  children === '' ? null : <p className="hall-small">{children}</p>

type Of<Name extends Frame['scene']> = Extract<Frame, { scene: Name }>

const Result = ({ frame }: { frame: Of<'result'> }) => (
  <>
    {frame.correction ? <p className="hall-correction">{frame.correction.label}</p> : null}
    <Title>{frame.title}</Title>
    <Figures figures={frame.figures} />
    <p className="hall-verdict" data-tone={frame.tone}>
      {frame.verdict}
    </p>
    <Small>{frame.tally}</Small>
    <Small>{frame.sentence}</Small>
    {frame.correction ? (
      <p className="hall-small">
        <s>{frame.correction.before}</s>
      </p>
    ) : null}
  </>
)

const Voting = ({ frame: { title, method, prompt, pressed } }: { frame: Of<'voting'> }) => (
  <>
    <Small>{method}</Small>
    <Title>{title}</Title>
    <p className="hall-prompt">{prompt}</p>
    {pressed ? (
      <p className="hall-pressed">
        <span>{pressed.label}</span>
        <b>{pressed.count}</b>
        <span>/ {pressed.of}</span>
      </p>
    ) : null}
  </>
)

const List = ({ frame }: { frame: Of<'list'> }) => {
  const { name, post } = columnsOf(
    frame.rows.map((row) => row.name),
    Math.floor(0.9 / frame.look.letter),
  )
  return (
    <>
      <div className="hall-list-head">
        <h1 data-length="long">{frame.title}</h1>
        {frame.pages > 1 ? (
          <span>
            {frame.page} / {frame.pages}
          </span>
        ) : null}
      </div>
      <ol className="hall-list" style={{ '--name': name, '--post': post } as CSSProperties}>
        {frame.rows.map((row, index) => (
          <li key={index}>
            <b>{row.name}</b>
            <span>{row.post}</span>
            <i data-tone={row.tone}>{row.verdict}</i>
          </li>
        ))}
      </ol>
    </>
  )
}

const Speech = ({ frame: { label, name, title, countdown } }: { frame: Of<'speech'> }) => (
  <>
    <Small>{title}</Small>
    <p className="hall-speaker">
      <span>{label}</span>
      <b>{name}</b>
    </p>
    <CountdownView countdown={countdown} />
  </>
)

const Told = ({ line, tone }: { line: Line; tone?: string }) =>
  line.text === '' ? null : (
    <div className="hall-told" data-tone={tone}>
      <dt>{line.label}</dt>
      <dd>{line.text}</dd>
    </div>
  )

const Podium = ({ frame: { now, next, cue, margin, speech } }: { frame: Of<'podium'> }) => (
  <>
    {speech ? (
      <div className="hall-podium-speech">
        <p className="hall-speaker">
          <span>{speech.label}</span>
          <b>{speech.name}</b>
        </p>
        <CountdownView countdown={speech.countdown} />
      </div>
    ) : null}
    <dl className="hall-podium">
      <Told line={cue} tone="cue" />
      <Told line={now} />
      <Told line={next} />
      <Told line={margin} tone={margin.tone} />
    </dl>
  </>
)

const sceneOf = (frame: Frame): ReactNode => {
  switch (frame.scene) {
    case 'welcome':
    case 'adjourned':
      return (
        <>
          <Title>{frame.title}</Title>
          {frame.lines.map((line) => (
            <Small key={line}>{line}</Small>
          ))}
        </>
      )
    case 'attendance':
      return (
        <>
          <Title>{frame.title}</Title>
          <Figures figures={frame.figures} />
          <Small>{frame.note}</Small>
        </>
      )
    case 'item':
      return (
        <>
          <Small>{frame.label}</Small>
          <Title>{frame.title}</Title>
          <Small>{frame.note}</Small>
        </>
      )
    case 'question':
      return (
        <>
          {frame.note ? <p className="hall-correction">{frame.note}</p> : null}
          <Title>{frame.title}</Title>
          <Small>{frame.method}</Small>
        </>
      )
    case 'voting':
      return <Voting frame={frame} />
    case 'result':
      return <Result frame={frame} />
    case 'list':
      return <List frame={frame} />
    case 'speech':
      return <Speech frame={frame} />
    case 'podium':
      return <Podium frame={frame} />
    case 'blank':
      return null
  }
}

/** A frame as the hall sees it, as large as whatever holds it. Sizes follow from the frame alone, so a small one is true. */
export const FrameView = ({ frame }: { frame: Frame }) => {
  const { look, head, foot, rehearsal } = frame
  const style = { '--letter': look.letter, '--aspect': look.aspect } as CSSProperties
  return (
    <div className="hall-frame" data-look={look.theme} data-scene={frame.scene} style={style}>
      <div className="hall-stage">
        <div className="hall-body">
          <div className="hall-head">
            <span>{head.left}</span>
            <span>{head.right}</span>
          </div>
          <div className="hall-scene">{sceneOf(frame)}</div>
          <div className="hall-foot">
            <span>{foot.left}</span>
            <span>{foot.right}</span>
          </div>
        </div>
        {rehearsal === null ? null : <p className="hall-rehearsal">{rehearsal}</p>}
      </div>
    </div>
  )
}
