import { actKinds, nominatorKinds } from '../../shared/contract/appointment.ts'
import { materialKinds } from '../../shared/contract/findings.ts'
import { endReasons, organKinds, postKinds } from '../../shared/contract/ledger.ts'
import { formalityStates } from '../../shared/contract/formality.ts'
import type { FuzzKit } from './fuzz-ballot.ts'

const organs = ['临江市财政局', '临江市中级人民法院', '某局', '']
const titles = ['局长', '副局长', '审判员', '代理市长']
const codes = ['nominator', 'occupied', 'not-held', 'incompatible', 'nothing']
const verbs = ['任命', '决定任命', '批准任命']

/** Calls on what is known of acts, on the ledger and on what follows a vote. */
export const ledgerMakers = (
  { below, chance, pick, row, id, maybe }: FuzzKit,
  day: () => string,
  names: readonly string[],
  posts: readonly string[],
): Record<string, () => unknown> => {
  const orNull = <T>(make: () => T): T | null => (chance(0.5) ? null : make())
  const past = () => `20${10 + below(17)}-0${1 + below(9)}-1${below(9)}`
  const fresh = (table: string) => (chance(0.5) ? { rev: 0 } : row(table))
  const act = () => ({
    act: pick(actKinds),
    verb: pick(verbs),
    personName: pick(names),
    post: pick(posts),
  })
  const place = () => ({
    nominationId: orNull(() => id('nomination')),
    nominator: pick(['市长', '主任会议', '市中级人民法院院长']),
    nominatorKind: pick(nominatorKinds),
  })
  return {
    'appointment.posts': () => ({ sessionId: id('session') }),
    'appointment.findings': () => ({ sessionId: id('session') }),
    'appointment.materials': () => ({ sessionId: id('session') }),
    'appointment.persons': () => ({ actId: id('act') }),
    'appointment.sayDeputy': () => ({ actId: id('act'), deputy: pick([true, false, null]) }),
    'appointment.checkDraft': () => ({
      nominationId: id('nomination'),
      acts: [act(), { ...act(), personName: '', post: '' }, { ...act(), place: place() }],
    }),
    'appointment.nominators': () => ({ actId: id('act') }),
    'appointment.proposers': () => ({ sessionId: id('session') }),
    'appointment.addNominations': () => ({
      nominationId: id('nomination'),
      acts: [act(), { ...act(), ...maybe(() => ({ place: place() })) }],
    }),
    'appointment.regroupActs': () => ({ acts: [row('act')], place: place() }),
    'appointment.mendVerbs': () => ({ acts: [row('act')] }),
    'appointment.tieAct': () => ({
      ...row('act'),
      ...maybe(() => ({ personId: orNull(() => id('person')) })),
      posts: chance(0.3) ? [] : [{ position: 1, postId: orNull(() => id('post')) }],
    }),
    'appointment.deferAct': () => ({ ...row('act'), reason: '另行审议' }),
    'appointment.resumeAct': () => row('act'),
    'appointment.override': () => ({ actId: id('act'), code: pick(codes), reason: '已研究' }),
    'appointment.takeBackOverride': () => ({ actId: id('act'), code: pick(codes) }),
    'appointment.saveMaterial': () => ({
      actId: id('act'),
      kind: pick(materialKinds),
      rev: below(3),
      state: pick(['received', 'waived', null]),
      receivedOn: orNull(day),
      score: orNull(() => below(101)),
    }),
    'appointment.receiveMaterials': () => ({
      nominationId: id('nomination'),
      kinds: [pick(materialKinds)],
      receivedOn: day(),
    }),
    'appointment.readSheet': () => ({
      fileName: pick(['名单.csv', '名单.xlsx']),
      base64: Buffer.from(pick(['姓名,职务\n何清,某局局长', '姓名', '', '\u0000'])).toString(
        'base64',
      ),
    }),
    'ledger.catalogue': () => ({}),
    'ledger.posts': () => maybe(() => ({ on: past() })),
    'ledger.saveOrgan': () => ({
      ...fresh('organ'),
      kind: pick(organKinds),
      fromOn: past(),
      name: pick(organs),
      abolished: chance(0.1),
    }),
    'ledger.savePost': () => ({
      ...fresh('post'),
      organId: id('organ'),
      fromOn: past(),
      title: pick(titles),
      kind: pick(postKinds),
      verb: pick(verbs),
      single: chance(0.5),
      acting: chance(0.3),
      abolished: chance(0.1),
    }),
    'ledger.removeOrgan': () => ({ ...row('organ'), fromOn: past() }),
    'ledger.removePost': () => ({ ...row('post'), fromOn: past() }),
    'ledger.asOf': () => ({ on: past(), ...maybe(() => ({ text: pick(['王', 'w', '%']) })) }),
    'ledger.person': () => ({ personId: id('person') }),
    'ledger.savePerson': () => ({
      ...row('person'),
      name: pick(names),
      birth: orNull(() => pick(['1971-05', '1982-11-03', '2971-05'])),
      deputy: orNull(() => chance(0.5)),
    }),
    'ledger.post': () => ({ postId: id('post') }),
    'ledger.session': () => ({ sessionId: id('session') }),
    'ledger.unreviewed': () => ({}),
    'ledger.findPerson': () => ({ text: pick(['王', 'wy', '']) }),
    // Mostly as offices begin: somebody, somewhere, some day.
    'ledger.saveTenure': () => ({
      ...(chance(0.7) ? { rev: 0 } : row('tenure')),
      personName: pick(names),
      postId: chance(0.7) ? null : id('post'),
      postName: pick(posts),
      acting: chance(0.2),
      fromOn: orNull(past),
      ...maybe(() => ({ toOn: past(), endReason: pick(endReasons) })),
    }),
    'ledger.endTenure': () => ({ ...row('tenure'), on: past(), cause: pick(endReasons) }),
    'ledger.reopenTenure': () => row('tenure'),
    'ledger.removeTenure': () => row('tenure'),
    'ledger.tieTenure': () => ({ ...row('tenure'), postId: orNull(() => id('post')) }),
    'ledger.review': () => ({ ...row('tenure'), on: orNull(day) }),
    'ledger.peopleLike': () => ({ personId: id('person'), text: pick(['', 'w']) }),
    'ledger.unitePreview': () => ({ staysId: id('person'), goesId: id('person') }),
    'ledger.statistics': () => ({ from: past(), to: day() }),
    'dossier.ofSession': () => ({ sessionId: id('session') }),
    'dossier.of': () => pick([{ actId: id('act') }, { personId: id('person') }]),
    'formality.ofSession': () => ({ sessionId: id('session') }),
    'formality.due': () => ({}),
    'formality.settle': () => ({
      changes: [row('formality')],
      state: pick(formalityStates),
      doneOn: orNull(day),
      note: pick(['', '主任会议决定']),
    }),
    'formality.setDue': () => ({ ...row('formality'), dueOn: orNull(day), note: '商定' }),
  }
}
