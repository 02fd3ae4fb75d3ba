import type { RefusalTable } from './refusal.js';

export const refusalsEn: RefusalTable = {
  'malformed-request': {
    title: 'The request could not be read',
    detail:
      '{reason, select, no_json {What was sent is no JSON.} other {What was sent is not what this address expects.}} Nothing was changed.',
  },
  'invalid-fields': {
    title: 'Some fields need correcting',
    detail:
      '{count, plural, =0 {Correct the marked fields and send again.} one {# field is at fault. Correct it and send again.} other {# fields are at fault. Correct them and send again.}} Nothing was changed.',
  },
  'not-signed-in': { title: 'You are not signed in', detail: 'Sign in to go on.' },
  'wrong-credentials': {
    title: 'Not signed in',
    detail: 'The address and the password do not belong together. Check both; an administrator can send a new link.',
  },
  'session-expired': {
    title: 'Your session has ended',
    detail: 'Sign in again to go on. What you have typed is kept on this page.',
  },
  'not-permitted': {
    title: 'Not permitted',
    detail:
      '{action, select, _ {Your role does not allow this.} other {Your role does not allow you to {action}.}} An administrator can change your role.',
  },
  'cross-site-request': {
    title: 'Refused for your safety',
    detail: 'The request came from another site. Do it from Caseboard’s own page.',
  },
  'not-found': { title: 'Not found', detail: 'It does not exist, or no longer does. Look for it in the lists.' },
  'method-not-allowed': {
    title: 'Not possible at this address',
    detail: 'This address does not take that kind of request.',
  },
  'too-large': {
    title: 'Too large',
    detail:
      '{limit, select, _ {What was sent is larger than this address takes.} other {At most {limit} can be sent here.}} Send less at a time.',
  },
  'unsupported-media-type': {
    title: 'This kind of file is not read here',
    detail: '{allowed, select, _ {Send it as the kind that this address expects.} other {Send one of these: {allowed}.}}',
  },
  'edit-is-stale': {
    title: 'Somebody changed it while you were editing',
    detail:
      '{who, select, _ {It has changed since you opened it.} other {{who} has changed it since you opened it.}} Nothing is lost: compare both versions, then save again.',
  },
  'if-match-required': {
    title: 'Say which version you edited',
    detail: 'Send the version you read as If-Match, so that nobody’s work is overwritten.',
  },
  'too-many-attempts': {
    title: 'Too many attempts',
    detail: '{minutes, plural, =0 {Wait a moment, then try again.} one {Try again in # minute.} other {Try again in # minutes.}}',
  },
  'legal-entity-taken': {
    title: '{customer, select, _ {This legal entity already has an active study} other {{customer} already has an active study}}',
    detail:
      'One study of a legal entity can be active. {title, select, _ {Another study holds the place.} other {“{title}” holds the place.}} Replace it, or retire it first.',
  },
  'no-legal-entity': {
    title: 'The study has no legal entity',
    detail:
      '{customer, select, _ {A study needs a customer that belongs to a legal entity before it can be active.} other {{customer} belongs to no legal entity. Say which company it is part of before the study becomes active.}}',
  },
  'two-active-studies': {
    title: 'Two studies would be active in one legal entity',
    detail:
      '{customer, select, _ {One legal entity} other {{customer}}} would have {first, select, _ {two active studies} other {“{first}” and “{second}” active}}. Retire one of them first. Nothing was changed.',
  },
  'circle-of-units': {
    title: 'The customers would be part of each other in a circle',
    detail: '{customer, select, _ {One of them} other {{customer}}} would be part of itself. Choose another customer above it.',
  },
  'registration-taken': {
    title: 'This registration belongs to another customer',
    detail:
      '{customer, select, _ {Another legal entity} other {{customer}}} already has {number, select, _ {this number} other {the number {number}}}. Use that customer, or correct the number.',
  },
  'already-in-that-state': {
    title: '{status, select, active {It is active} draft {It is a draft} retired {It is retired} other {Nothing to do}}',
    detail:
      '{status, select, active {An active study can be retired; it becomes a draft only as the undo of its activation.} draft {A draft can be activated or removed.} retired {A retired study can become a draft again or be activated.} other {It is already so, or cannot get there from its present state. Load the page again to see how it stands.}}',
  },
  'id-taken': {
    title: 'This id is taken',
    detail: '{id, select, _ {Choose another id.} other {“{id}” is in use already. Choose another id.}}',
  },
  'customer-has-studies': {
    title: 'The customer has studies',
    detail:
      '{count, plural, =0 {Studies hang on it.} one {# study hangs on it.} other {# studies hang on it.}} Give them another customer first.',
  },
  'customer-has-units': {
    title: 'The customer has units',
    detail:
      '{count, plural, =0 {Other customers are part of it.} one {# customer is part of it.} other {# customers are part of it.}} Move them first.',
  },
  'specialization-in-use': {
    title: 'The specialization is in use',
    detail:
      '{count, plural, =0 {Studies or settings refer to it.} one {# study refers to it.} other {# studies refer to it.}} Remove that first.',
  },
  'built-in-specialization': {
    title: 'A built-in specialization cannot be removed',
    detail: 'It comes with Caseboard. You can edit its figures, or give it back those it came with.',
  },
  'alert-settled': {
    title: 'The alert is settled',
    detail:
      'Somebody acknowledged it, a more urgent step took its place, or the day no longer holds. There is nothing left to do about it.',
  },
  'alert-without-study': {
    title: 'The alert is not about a study',
    detail: 'Only a study has an owner who can hand it over.',
  },
  'import-refused': {
    title: 'Nothing was imported',
    detail:
      '{count, plural, =0 {The file has faults.} one {The file has # fault.} other {The file has # faults.}} An import is all or nothing: mend the file, or the cells here, and try again.',
  },
  'import-questions-open': {
    title: 'Questions come first',
    detail: '{count, plural, =0 {Some questions are} one {# question is} other {# questions are}} not answered yet. Answer, then commit.',
  },
  'import-changed-since': {
    title: 'This import can no longer be undone',
    detail:
      '{count, plural, offset:1 =0 {Something it brought has} =1 {“{first}” has} one {“{first}” and one more have} other {“{first}” and # more have}} been changed since, or something else leans on it. Correct that by hand.',
  },
  'import-outdated': {
    title: 'The portfolio has changed since this dry run',
    detail: 'Nothing was imported. The dry run was made again: look at what it would do now, then commit.',
  },
  'import-already-undone': {
    title: 'Already undone',
    detail: 'This import was undone before. Import the file again to have it back.',
  },
  'portfolio-not-empty': {
    title: 'The portfolio is not empty',
    detail: 'The demo company can only be loaded into an empty portfolio, so that it never mixes with your own studies.',
  },
  'unreadable-file': {
    title: 'The file could not be read',
    detail:
      '{reason, select, empty {It is empty.} not_a_spreadsheet {It is no workbook, CSV or portfolio document.} encrypted_or_old_workbook {It is protected by a password, or is an old .xls workbook. Save it as .xlsx without a password.} damaged_workbook {The workbook is damaged. Open it, save it again and try once more.} unpacks_too_large {It unpacks to far more than a spreadsheet holds.} too_many_cells {It has more rows or cells than can be read. Leave empty ones out, or part the file.} no_readable_text {Its characters are neither UTF-8, UTF-16 nor GB18030.} broken_csv {It is no proper CSV: the quotes do not match.} no_json {It is no JSON.} no_table {No row with at least three known headings was found. Match the columns by hand.} other {It is of no kind that can be read, or it is damaged.}} Nothing was stored.',
  },
  'email-taken': {
    title: 'This address is taken',
    detail: '{email, select, _ {Somebody else} other {{email}}} already has an account here.',
  },
  'last-administrator': {
    title: 'The last administrator must stay',
    detail: 'Make somebody else an administrator first, so that people can still be managed.',
  },
  'link-used-or-expired': {
    title: 'This link no longer works',
    detail: 'It was used or has expired. Ask an administrator for a new one.',
  },
  'setup-done': {
    title: 'Caseboard is already set up',
    detail: 'There is an administrator. Sign in, or ask for an invitation.',
  },
  'weak-password': {
    title: 'Choose a stronger password',
    detail:
      '{reason, select, too_short {It needs at least {least, number} characters.} too_uniform {It repeats too few characters.} like_the_name {It is too much like your name or address.} too_common {It is one that many people use.} other {It is too easy to guess.}}',
  },
  'internal-error': {
    title: 'Something went wrong here',
    detail:
      '{request, select, _ {It is not your fault.} other {It is not your fault. Tell an administrator the number {request}.}} Nothing was stored half.',
  },
  'not-available': {
    title: 'Not available just now',
    detail: 'A part of Caseboard does not answer. Try again in a moment.',
  },
};
