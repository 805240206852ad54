// Written by scripts/gen-api.mjs.
import type { Limits } from './limits';

export const limits = {
 "AgreementCreate": {
  "amends_id": {
   "minLength": 36,
   "maxLength": 36
  },
  "areas": {
   "maxItems": 30
  },
  "ends_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "kind": {
   "required": true,
   "options": [
    "exchange",
    "joint_degree",
    "joint_research",
    "service",
    "framework",
    "inter_institutional"
   ]
  },
  "languages": {
   "maxItems": 10
  },
  "number": {
   "minLength": 1,
   "maxLength": 60
  },
  "our_signatories": {
   "maxItems": 10
  },
  "our_signatories.*": {},
  "our_signatories.*.name": {
   "required": true,
   "minLength": 1,
   "maxLength": 200
  },
  "our_signatories.*.position": {},
  "our_signatories.*.position.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "our_signatories.*.position.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "our_signatories.*.position.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "our_signatories.*.position.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "our_signatories.*.position.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "parties": {
   "required": true,
   "maxItems": 50
  },
  "parties.*": {},
  "parties.*.partner_id": {
   "required": true,
   "minLength": 36,
   "maxLength": 36
  },
  "parties.*.signatories": {
   "maxItems": 10
  },
  "parties.*.signatories.*": {},
  "parties.*.signatories.*.name": {
   "required": true,
   "minLength": 1,
   "maxLength": 200
  },
  "parties.*.signatories.*.position": {},
  "parties.*.signatories.*.position.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "parties.*.signatories.*.position.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "parties.*.signatories.*.position.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "parties.*.signatories.*.position.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "parties.*.signatories.*.position.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "parties.*.signed_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "predecessor_id": {
   "minLength": 36,
   "maxLength": 36
  },
  "renewal": {},
  "renewal.months": {
   "minimum": 1,
   "maximum": 600
  },
  "renewal.notice_days": {
   "minimum": 0,
   "maximum": 3650
  },
  "renewal.notice_given_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "signed_at": {
   "minLength": 1,
   "maxLength": 120
  },
  "signed_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "starts_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "tags": {
   "maxItems": 30
  },
  "terminated_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "termination_reason": {
   "minLength": 1,
   "maxLength": 1000
  },
  "title": {
   "required": true
  },
  "title.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "title.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "title.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "title.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "title.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "unit_id": {
   "minLength": 36,
   "maxLength": 36
  },
  "visibility": {
   "options": [
    "public",
    "internal"
   ]
  }
 },
 "AgreementTransition": {
  "comment": {
   "minLength": 1,
   "maxLength": 2000
  },
  "on": {
   "minLength": 10,
   "maxLength": 10
  },
  "to": {
   "required": true,
   "options": [
    "draft",
    "review",
    "negotiation",
    "signing",
    "signed",
    "abandoned"
   ]
  }
 },
 "AllowedTransition": {
  "allowed": {
   "required": true
  },
  "reason": {
   "maxLength": 100
  },
  "to": {
   "required": true,
   "maxLength": 40
  }
 },
 "ConsortiumMemberCreate": {
  "partner_id": {
   "required": true,
   "minLength": 36,
   "maxLength": 36
  },
  "role": {
   "required": true,
   "options": [
    "coordinator",
    "beneficiary",
    "associated",
    "in_kind"
   ]
  }
 },
 "ExchangeStudentCreate": {
  "academic_year": {
   "required": true,
   "minLength": 9,
   "maxLength": 9
  },
  "actual_from": {
   "minLength": 10,
   "maxLength": 10
  },
  "actual_to": {
   "minLength": 10,
   "maxLength": 10
  },
  "agreement_id": {
   "minLength": 36,
   "maxLength": 36
  },
  "direction": {
   "required": true,
   "options": [
    "outgoing",
    "incoming"
   ]
  },
  "field": {
   "required": true,
   "minLength": 4,
   "maxLength": 4
  },
  "funding_programme_id": {
   "minLength": 36,
   "maxLength": 36
  },
  "grant": {},
  "grant.amount": {
   "maxLength": 20
  },
  "grant.currency": {
   "minLength": 3,
   "maxLength": 3
  },
  "kind": {
   "required": true,
   "options": [
    "studies",
    "traineeship",
    "blended",
    "short_doctoral"
   ]
  },
  "language": {
   "maxLength": 10
  },
  "level": {
   "required": true,
   "minimum": 5,
   "maximum": 8
  },
  "partner_id": {
   "required": true,
   "minLength": 36,
   "maxLength": 36
  },
  "person_id": {
   "required": true,
   "minLength": 36,
   "maxLength": 36
  },
  "planned_from": {
   "required": true,
   "minLength": 10,
   "maxLength": 10
  },
  "planned_to": {
   "required": true,
   "minLength": 10,
   "maxLength": 10
  },
  "status": {
   "options": [
    "applied",
    "nominated",
    "accepted",
    "arrived",
    "completed",
    "recognised",
    "rejected",
    "withdrawn",
    "cancelled"
   ]
  },
  "tags": {
   "maxItems": 30
  },
  "term": {
   "required": true,
   "options": [
    "autumn",
    "spring",
    "full_year",
    "summer"
   ]
  },
  "unit_id": {
   "minLength": 36,
   "maxLength": 36
  }
 },
 "ExchangeStudentTransition": {
  "comment": {
   "minLength": 1,
   "maxLength": 2000
  },
  "on": {
   "minLength": 10,
   "maxLength": 10
  },
  "to": {
   "required": true,
   "options": [
    "applied",
    "nominated",
    "accepted",
    "arrived",
    "completed",
    "recognised",
    "rejected",
    "withdrawn",
    "cancelled"
   ]
  }
 },
 "FundingProgrammeCreate": {
  "code": {
   "minLength": 1,
   "maxLength": 60
  },
  "funder": {
   "required": true
  },
  "funder.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "funder.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "funder.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "funder.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "funder.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "kind": {
   "required": true,
   "options": [
    "grant",
    "scholarship",
    "mobility",
    "loan"
   ]
  },
  "names": {
   "required": true
  },
  "names.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "names.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "names.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "names.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "names.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "tags": {
   "maxItems": 30
  },
  "website": {
   "maxLength": 500
  }
 },
 "GrantProjectCreate": {
  "acronym": {
   "minLength": 1,
   "maxLength": 60
  },
  "areas": {
   "maxItems": 30
  },
  "call": {
   "minLength": 1,
   "maxLength": 120
  },
  "co_funding": {},
  "co_funding.amount": {
   "maxLength": 20
  },
  "co_funding.currency": {
   "minLength": 3,
   "maxLength": 3
  },
  "consortium": {
   "maxItems": 100
  },
  "consortium.*": {},
  "consortium.*.partner_id": {
   "required": true,
   "minLength": 36,
   "maxLength": 36
  },
  "consortium.*.role": {
   "required": true,
   "options": [
    "coordinator",
    "beneficiary",
    "associated",
    "in_kind"
   ]
  },
  "ends_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "funding_programme_id": {
   "required": true,
   "minLength": 36,
   "maxLength": 36
  },
  "lead_id": {
   "minLength": 36,
   "maxLength": 36
  },
  "our_role": {
   "required": true,
   "options": [
    "coordinator",
    "beneficiary",
    "associated",
    "in_kind"
   ]
  },
  "our_share": {},
  "our_share.amount": {
   "maxLength": 20
  },
  "our_share.currency": {
   "minLength": 3,
   "maxLength": 3
  },
  "reference": {
   "minLength": 1,
   "maxLength": 120
  },
  "starts_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "status": {
   "options": [
    "idea",
    "preparing",
    "submitted",
    "awarded",
    "running",
    "closed",
    "rejected",
    "withdrawn"
   ]
  },
  "summary": {
   "minLength": 1,
   "maxLength": 4000
  },
  "tags": {
   "maxItems": 30
  },
  "title": {
   "required": true
  },
  "title.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "title.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "title.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "title.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "title.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "total_budget": {},
  "total_budget.amount": {
   "maxLength": 20
  },
  "total_budget.currency": {
   "minLength": 3,
   "maxLength": 3
  },
  "unit_id": {
   "minLength": 36,
   "maxLength": 36
  },
  "website": {
   "maxLength": 500
  }
 },
 "GrantProjectTransition": {
  "comment": {
   "minLength": 1,
   "maxLength": 2000
  },
  "on": {
   "minLength": 10,
   "maxLength": 10
  },
  "to": {
   "required": true,
   "options": [
    "idea",
    "preparing",
    "submitted",
    "awarded",
    "running",
    "closed",
    "rejected",
    "withdrawn"
   ]
  }
 },
 "InstitutionCreate": {
  "address": {
   "minLength": 1,
   "maxLength": 300
  },
  "city": {
   "minLength": 1,
   "maxLength": 120
  },
  "country": {
   "required": true,
   "maxLength": 2
  },
  "default_language": {
   "required": true,
   "options": [
    "uz",
    "uz-Cyrl",
    "ru",
    "en",
    "tg"
   ]
  },
  "external_ids": {
   "maxItems": 10
  },
  "external_ids.*": {},
  "external_ids.*.scheme": {
   "required": true,
   "options": [
    "schac",
    "erasmus",
    "pic",
    "oid",
    "ror",
    "hemis"
   ]
  },
  "external_ids.*.value": {
   "required": true,
   "minLength": 1,
   "maxLength": 200
  },
  "lead_days": {
   "minimum": 1,
   "maximum": 730
  },
  "names": {
   "required": true
  },
  "names.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "names.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "names.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "names.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "names.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "office": {},
  "office.email": {
   "maxLength": 254
  },
  "office.founded_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "office.head": {
   "minLength": 1,
   "maxLength": 200
  },
  "office.hours": {},
  "office.hours.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "office.hours.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "office.hours.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "office.hours.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "office.hours.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "office.names": {},
  "office.names.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "office.names.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "office.names.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "office.names.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "office.names.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "office.phone": {
   "maxLength": 16
  },
  "office.reports_to": {},
  "office.reports_to.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "office.reports_to.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "office.reports_to.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "office.reports_to.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "office.reports_to.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "office.tasks": {
   "maxItems": 50
  },
  "office.tasks.*": {},
  "office.tasks.*.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "office.tasks.*.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "office.tasks.*.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "office.tasks.*.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "office.tasks.*.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "short_names": {},
  "short_names.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "short_names.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "short_names.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "short_names.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "short_names.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "time_zone": {
   "required": true,
   "minLength": 2,
   "maxLength": 64
  },
  "website": {
   "maxLength": 500
  }
 },
 "MemorandumCreate": {
  "amends_id": {
   "minLength": 36,
   "maxLength": 36
  },
  "areas": {
   "maxItems": 30
  },
  "ends_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "languages": {
   "maxItems": 10
  },
  "number": {
   "minLength": 1,
   "maxLength": 60
  },
  "our_signatories": {
   "maxItems": 10
  },
  "our_signatories.*": {},
  "our_signatories.*.name": {
   "required": true,
   "minLength": 1,
   "maxLength": 200
  },
  "our_signatories.*.position": {},
  "our_signatories.*.position.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "our_signatories.*.position.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "our_signatories.*.position.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "our_signatories.*.position.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "our_signatories.*.position.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "parties": {
   "required": true,
   "maxItems": 50
  },
  "parties.*": {},
  "parties.*.partner_id": {
   "required": true,
   "minLength": 36,
   "maxLength": 36
  },
  "parties.*.signatories": {
   "maxItems": 10
  },
  "parties.*.signatories.*": {},
  "parties.*.signatories.*.name": {
   "required": true,
   "minLength": 1,
   "maxLength": 200
  },
  "parties.*.signatories.*.position": {},
  "parties.*.signatories.*.position.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "parties.*.signatories.*.position.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "parties.*.signatories.*.position.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "parties.*.signatories.*.position.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "parties.*.signatories.*.position.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "parties.*.signed_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "predecessor_id": {
   "minLength": 36,
   "maxLength": 36
  },
  "renewal": {},
  "renewal.months": {
   "minimum": 1,
   "maximum": 600
  },
  "renewal.notice_days": {
   "minimum": 0,
   "maximum": 3650
  },
  "renewal.notice_given_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "signed_at": {
   "minLength": 1,
   "maxLength": 120
  },
  "signed_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "starts_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "tags": {
   "maxItems": 30
  },
  "terminated_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "termination_reason": {
   "minLength": 1,
   "maxLength": 1000
  },
  "title": {
   "required": true
  },
  "title.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "title.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "title.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "title.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "title.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "unit_id": {
   "minLength": 36,
   "maxLength": 36
  },
  "visibility": {
   "options": [
    "public",
    "internal"
   ]
  }
 },
 "MemorandumTransition": {
  "comment": {
   "minLength": 1,
   "maxLength": 2000
  },
  "on": {
   "minLength": 10,
   "maxLength": 10
  },
  "to": {
   "required": true,
   "options": [
    "draft",
    "review",
    "negotiation",
    "signing",
    "signed",
    "abandoned"
   ]
  }
 },
 "PartnerCreate": {
  "areas": {
   "maxItems": 30
  },
  "city": {
   "minLength": 1,
   "maxLength": 120
  },
  "closed_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "contacts": {
   "maxItems": 50
  },
  "contacts.*": {},
  "contacts.*.email": {
   "maxLength": 254
  },
  "contacts.*.language": {
   "maxLength": 10
  },
  "contacts.*.name": {
   "required": true,
   "minLength": 1,
   "maxLength": 200
  },
  "contacts.*.phone": {
   "maxLength": 16
  },
  "contacts.*.role": {
   "minLength": 1,
   "maxLength": 200
  },
  "country": {
   "required": true,
   "maxLength": 2
  },
  "external_ids": {
   "maxItems": 10
  },
  "external_ids.*": {},
  "external_ids.*.scheme": {
   "required": true,
   "options": [
    "schac",
    "erasmus",
    "pic",
    "oid",
    "ror",
    "hemis"
   ]
  },
  "external_ids.*.value": {
   "required": true,
   "minLength": 1,
   "maxLength": 200
  },
  "first_contact_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "former_names": {
   "maxItems": 20
  },
  "former_names.*": {},
  "former_names.*.names": {
   "required": true
  },
  "former_names.*.names.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "former_names.*.names.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "former_names.*.names.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "former_names.*.names.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "former_names.*.names.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "former_names.*.until_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "kind": {
   "required": true,
   "options": [
    "university",
    "research_institute",
    "company",
    "foundation",
    "international_organisation",
    "diplomatic_mission",
    "public_body",
    "ngo"
   ]
  },
  "latitude": {
   "minimum": -90,
   "maximum": 90
  },
  "locally_accredited": {},
  "longitude": {
   "minimum": -180,
   "maximum": 180
  },
  "merged_into_id": {
   "minLength": 36,
   "maxLength": 36
  },
  "names": {
   "required": true
  },
  "names.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "names.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "names.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "names.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "names.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "rankings": {
   "maxItems": 100
  },
  "rankings.*": {},
  "rankings.*.rank": {
   "required": true,
   "maxLength": 12
  },
  "rankings.*.system": {
   "required": true,
   "options": [
    "the",
    "qs",
    "arwu"
   ]
  },
  "rankings.*.year": {
   "required": true,
   "minimum": 2003,
   "maximum": 2199
  },
  "stage": {
   "options": [
    "prospect",
    "active",
    "dormant",
    "closed"
   ]
  },
  "tags": {
   "maxItems": 30
  },
  "website": {
   "maxLength": 500
  }
 },
 "PartyCreate": {
  "partner_id": {
   "required": true,
   "minLength": 36,
   "maxLength": 36
  },
  "signatories": {
   "maxItems": 10
  },
  "signatories.*": {},
  "signatories.*.name": {
   "required": true,
   "minLength": 1,
   "maxLength": 200
  },
  "signatories.*.position": {},
  "signatories.*.position.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "signatories.*.position.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "signatories.*.position.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "signatories.*.position.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "signatories.*.position.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "signed_on": {
   "minLength": 10,
   "maxLength": 10
  }
 },
 "PersonCreate": {
  "citizenship": {
   "maxLength": 2
  },
  "degree": {
   "minLength": 1,
   "maxLength": 120
  },
  "email": {
   "maxLength": 254
  },
  "kind": {
   "required": true,
   "options": [
    "student",
    "staff",
    "external"
   ]
  },
  "languages": {
   "maxItems": 20
  },
  "languages.*": {},
  "languages.*.language": {
   "required": true,
   "maxLength": 10
  },
  "languages.*.level": {
   "required": true,
   "options": [
    "a1",
    "a2",
    "b1",
    "b2",
    "c1",
    "c2"
   ]
  },
  "name": {
   "required": true,
   "minLength": 1,
   "maxLength": 200
  },
  "passport_name": {
   "maxLength": 200
  },
  "phone": {
   "maxLength": 16
  },
  "position": {},
  "position.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "position.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "position.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "position.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "position.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "programme": {},
  "programme.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "programme.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "programme.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "programme.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "programme.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "study_year": {
   "minimum": 1,
   "maximum": 8
  },
  "tags": {
   "maxItems": 30
  },
  "unit_id": {
   "minLength": 36,
   "maxLength": 36
  }
 },
 "PersonIdentityCreate": {
  "birth_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "documents": {
   "maxItems": 30
  },
  "documents.*": {},
  "documents.*.country": {
   "required": true,
   "maxLength": 2
  },
  "documents.*.expires_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "documents.*.issued_on": {
   "minLength": 10,
   "maxLength": 10
  },
  "documents.*.kind": {
   "required": true,
   "options": [
    "passport",
    "visa",
    "residence_permit",
    "registration"
   ]
  },
  "documents.*.number": {
   "required": true,
   "minLength": 1,
   "maxLength": 40
  },
  "national_number": {
   "minLength": 1,
   "maxLength": 40
  },
  "sex": {
   "options": [
    "female",
    "male",
    "unspecified"
   ]
  }
 },
 "SignIn": {
  "email": {
   "required": true,
   "minLength": 1,
   "maxLength": 254
  },
  "institution": {
   "required": true,
   "minLength": 2,
   "maxLength": 60
  },
  "password": {
   "required": true,
   "minLength": 1,
   "maxLength": 128
  }
 },
 "UnitCreate": {
  "head_id": {
   "minLength": 36,
   "maxLength": 36
  },
  "kind": {
   "required": true,
   "options": [
    "faculty",
    "department",
    "office",
    "centre",
    "branch",
    "other"
   ]
  },
  "names": {
   "required": true
  },
  "names.en": {
   "minLength": 1,
   "maxLength": 500
  },
  "names.ru": {
   "minLength": 1,
   "maxLength": 500
  },
  "names.tg": {
   "minLength": 1,
   "maxLength": 500
  },
  "names.uz": {
   "minLength": 1,
   "maxLength": 500
  },
  "names.uz-Cyrl": {
   "minLength": 1,
   "maxLength": 500
  },
  "parent_id": {
   "minLength": 36,
   "maxLength": 36
  }
 },
 "UserCreate": {
  "email": {
   "required": true,
   "maxLength": 254
  },
  "name": {
   "required": true,
   "minLength": 1,
   "maxLength": 200
  },
  "person_id": {
   "minLength": 36,
   "maxLength": 36
  },
  "role": {
   "required": true,
   "options": [
    "member",
    "coordinator",
    "officer",
    "approver",
    "viewer",
    "admin"
   ]
  },
  "unit_id": {
   "minLength": 36,
   "maxLength": 36
  }
 }
} satisfies Record<string, Limits>;
