/** What both kinds of file hold, as written there; nothing is interpreted yet. */
export type RawForm = {
  name: string
  sex: string
  birth: string
  nationality: string
  nativePlace: string
  birthPlace: string
  joinedParty: string
  startedWork: string
  health: string
  profession: string
  speciality: string
  fullTime: RawEducation
  onTheJob: RawEducation
  currentPost: string
  proposedPost: string
  proposedRemoval: string
  resume: string
  rewards: string
  annualReview: string
  reason: string
  relatives: RawRelative[]
  reportedBy: string
}

/** The schools of education and of degree stand apart in the files, and are mostly the same. */
export type RawEducation = {
  education: string
  degree: string
  school: string
  degreeSchool: string
}

export type RawRelative = {
  title: string
  name: string
  birth: string
  politics: string
  work: string
}
