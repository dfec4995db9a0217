import type { Message } from '../contract/errors.ts'

/** What leave is asked for: the whole session, or sittings of a kind. */
export const leaveScopes = ['whole', 'plenary', 'joint', 'group'] as const
export type LeaveScope = (typeof leaveScopes)[number]

/**
 * Who may approve leave; `presiding-vice-chair` is the vice-chair in charge of the daily work (主持日常工作的副主任),
 * `session-convenor` who convenes the session, `group-convenor` who convenes a group.
 */
export const leaveRoles = [
  'chair',
  'presiding-vice-chair',
  'vice-chair',
  'secretary-general',
  'session-convenor',
  'group-convenor',
] as const
export type LeaveRole = (typeof leaveRoles)[number]

export type LeaveApprovers = Record<LeaveScope, readonly LeaveRole[]>

/**
 * The strictest usual rule (山东省组成人员守则 9): the chair for the whole or a plenary sitting, the secretary-general
 * for joint and group sittings; whoever may approve the greater may approve the lesser. A county, which has no
 * secretary-general, is left with the former and its vice-chairs.
 */
export const usualLeaveApprovers: LeaveApprovers = {
  whole: ['chair', 'presiding-vice-chair'],
  plenary: ['chair', 'presiding-vice-chair'],
  joint: ['chair', 'presiding-vice-chair', 'vice-chair', 'secretary-general'],
  group: ['chair', 'presiding-vice-chair', 'vice-chair', 'secretary-general'],
}

/** Warns that leave was approved by someone whose rank is too low for it (rules.md §9-88). Leave without a role: none. */
export const leaveApproverFault = (
  approvers: LeaveApprovers,
  scope: LeaveScope,
  role: LeaveRole,
): Message | undefined =>
  approvers[scope].includes(role)
    ? undefined
    : { key: `rules.leave.too-low.${scope}`, params: { role } }
