/**
 * 指标: what an item of a standard asks for, by the names of home-standards.json and three of our own. Those `from-records` are judged from what is on file
 * anyway, and are never asked; `from-answer` needs a proof or a word of the union, once, however many items ask for it.
 */
export const metricsFromRecords = [
  'three_committees_established',
  'term_not_expired',
  'groups_established',
  'labour_law_supervision_committee',
  'member_join_rate',
  'migrant_join_rate',
  'unionisation_rate',
  'union_cadres',
  'member_congress_per_year',
  'congress_per_year',
  'staff_congress_per_year',
  'staff_congress_term_not_expired',
  'regional_staff_congress',
  'no_substitution',
  'archive_has_registration_form_and_roster',
  'archive_update_interval',
  'finance_disclosed_per_year',
  'review_per_year',
  'satisfaction_rate',
  'sample_satisfaction_rate',
  'staff_satisfaction_rate',
  'review_form',
  'review_grades',
  'township_assistants',
  'committee_required_members',
  'audit_committee_with_committee',
  'staff_congress_reviews_leaders',
  'collective_contract_signed',
  'paper_archive_required',
  'collective_contract_rate',
  /** Ours: 厂务公开、事务公开. */
  'affairs_disclosed',
  /** Ours, of 六有 1: in office, and of a committee within its term. */
  'elected_chair',
] as const
export type RecordMetric = (typeof metricsFromRecords)[number]

/** Judged from records as far as they go: where they cannot tell, the union is asked. */
export const metricsFromBoth = [
  'park_assistants',
  'founding_documents_complete',
  'congress_term',
  'staff_congress_term',
  'women_committee_threshold',
  'labour_law_supervision_committee_threshold',
  'employee_director_supervisor',
  /** Ours: 职代会、平等协商、厂务公开、职工董事监事和其他形式. */
  'democratic_management',
] as const
export type MixedMetric = (typeof metricsFromBoth)[number]

export const metricsFromAnswer = [
  'labour_protection_committee',
  'mediation_org',
  'double_display',
  'labour_contract_full',
  'social_insurance_general',
  'fixed_office',
  'activity_venue',
  'independent_account',
  'dues_paid_in_full',
  'joint_meeting_system',
  'tripartite_mechanism',
  'service_window',
  'legal_service_station',
  'relatives_excluded_from_committee',
] as const
export type AnswerMetric = (typeof metricsFromAnswer)[number]

export type MetricName = RecordMetric | MixedMetric | AnswerMetric
export const metricNames: readonly MetricName[] = [...metricsFromRecords, ...metricsFromBoth, ...metricsFromAnswer]

const judged: ReadonlySet<MetricName> = new Set<MetricName>([...metricsFromRecords, ...metricsFromBoth])
const asked: ReadonlySet<MetricName> = new Set<MetricName>([...metricsFromAnswer, ...metricsFromBoth])

export const isJudgedFromRecords = (name: MetricName): name is RecordMetric | MixedMetric => judged.has(name)
export const mayBeAsked = (name: MetricName): name is AnswerMetric | MixedMetric => asked.has(name)
