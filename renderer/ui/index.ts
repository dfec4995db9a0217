export { Button, FileButton, IconButton, Menu, Tooltip } from './Button.tsx'
export type { ButtonProps, MenuItem } from './Button.tsx'
export { Segmented, Tabs } from './Choice.tsx'
export { CountsStrip } from './CountsStrip.tsx'
export { QuorumBadge, quorumTone } from './QuorumBadge.tsx'
export { DateField, TimeField } from './DateField.tsx'
export { ConfirmDialog, Dialog, DialogButtons } from './Dialog.tsx'
export { DragList } from './DragList.tsx'
export { Checkbox, NumberField, SearchField, Select, TextArea, TextField } from './Fields.tsx'
export type { Option } from './Fields.tsx'
export { ErrorBoundary } from './ErrorBoundary.tsx'
export { Icon } from './Icon.tsx'
export type { IconName } from './Icon.tsx'
export { Kbd } from './Kbd.tsx'
export { Facts, FieldGrid, Note, Panel, Row, Screen, SplitLayout, Stack } from './Layout.tsx'
export { OrdinalField } from './OrdinalField.tsx'
export { Palette } from './Palette.tsx'
export type { PaletteItem } from './Palette.tsx'
export { PickList } from './PickList.tsx'
export { Kit } from './Provider.tsx'
export {
  Badge,
  BigNumber,
  EmptyState,
  Finding,
  FormFailure,
  Loaded,
  Progress,
  StateMark,
} from './Status.tsx'
export type { Tone } from './Status.tsx'
export { SheetImport } from './SheetImport.tsx'
export { Spinner } from './Spinner.tsx'
export { DataTable, goToRow, VirtualTable } from './Table.tsx'
export type { Column } from './Table.tsx'
export { Toasts } from './Toasts.tsx'
