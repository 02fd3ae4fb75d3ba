import type { FaultTable } from './fault.js';

export const faultsEn: FaultTable = {
  // a document or one record
  'no-json': { short: 'Not JSON', sentence: 'The file is no JSON: it could not be read.' },
  'too-large': { short: 'Too large', sentence: 'This is larger than {limit}.' },
  missing: { short: 'Missing', sentence: 'This is needed and is not there.' },
  'unknown-key': { short: 'Unknown key', sentence: 'Caseboard knows no such key. Check its spelling, or remove it.' },
  'unknown-value': { short: 'Unknown value', sentence: 'Use one of these values: {allowed}.' },
  'not-text': { short: 'Not text', sentence: 'Text is expected here.' },
  'not-a-record': { short: 'Not a record', sentence: 'A record with keys is expected here.' },
  'not-a-list': { short: 'Not a list', sentence: 'A list is expected here.' },
  'not-true-or-false': { short: 'Neither true nor false', sentence: 'Only true or false is possible here.' },
  'not-a-number': { short: 'Not a number', sentence: '“{value}” is no number.' },
  'not-a-count': {
    short: 'Not a whole number in range',
    sentence: 'A whole number from {from} to {to} is expected here.',
  },
  'no-such-day': { short: 'No such day', sentence: '“{value}” is no day of the calendar. Write it like 2025-06-30.' },
  'day-out-of-range': { short: 'Day out of range', sentence: '{value} lies outside {from} to {to}.' },
  'no-such-time-zone': {
    short: 'No such time zone',
    sentence: '“{value}” is no time zone. Write it like Asia/Shanghai.',
  },
  'bad-id': {
    short: 'Not a valid id',
    sentence: 'An id has 1 to 100 of a–z, A–Z, 0–9 and . _ : - and is not “.” or “..”. “{value}” is no id.',
  },
  'forbidden-character': {
    short: 'Forbidden character',
    sentence: 'The text holds a character that cannot be stored. Type it again.',
  },
  'text-too-long': { short: 'Too long', sentence: 'At most {limit} characters are possible here.' },
  'too-many-entries': { short: 'Too many entries', sentence: 'More than {limit} entries are not possible here.' },
  'too-deep': { short: 'Nested too deeply', sentence: 'This is nested deeper than {limit} levels.' },
  'duplicate-id': { short: 'Id used twice', sentence: 'The id “{value}” is used twice.' },
  'duplicate-code': { short: 'Code used twice', sentence: 'The code “{value}” is used twice.' },
  'duplicate-application': { short: 'Linked twice', sentence: 'The study is linked to “{value}” twice. Keep one.' },
  'unknown-customer': { short: 'Unknown customer', sentence: 'There is no customer “{value}”.' },
  'unknown-specialization': {
    short: 'Unknown specialization',
    sentence: 'There is no specialization “{value}”. Use its code, name or alias.',
  },
  'circle-of-units': { short: 'Customers in a circle', sentence: 'By “{value}” the customer would be part of itself.' },
  'two-active-studies': {
    short: 'Two active studies in one legal entity',
    sentence: 'The study “{value}” is active in the same legal entity. Only one can be.',
  },
  'registration-taken': {
    short: 'Registration of another customer',
    sentence: 'The number “{value}” belongs to another legal entity too. Two entities with one number are one.',
  },
  'registration-repeated': { short: 'Registration given twice', sentence: 'The number “{value}” is given twice.' },
  'more-faults': { short: 'More faults', sentence: 'And {count} more faults that are not listed.' },
  // a spreadsheet
  'ambiguous-customer': {
    short: 'Several customers',
    sentence: '“{value}” may mean any of: {customers}. Use the id or a registration.',
  },
  'ambiguous-day': {
    short: 'Ambiguous day',
    sentence: '“{value}” could be {first} or {second}. Say which comes first, the day or the month.',
  },
  'ambiguous-study': {
    short: 'Several studies',
    sentence: '“{value}” may mean any of: {studies}. Give the study ID.',
  },
  'formula-without-result': {
    short: 'Formula without a result',
    sentence: 'The file does not hold the result of this formula. Open it in the spreadsheet, save it, or type the value.',
  },
  'no-customer-and-title': {
    short: 'Neither customer nor title',
    sentence: 'The row has neither a customer nor a title, so it cannot be told what it is.',
  },
  'no-heading-row': {
    short: 'No heading row',
    sentence: 'No row with at least three known headings was found. Match the columns by hand.',
  },
  'not-a-registration': {
    short: 'Not a registration',
    sentence: '“{value}” is no registration. Write the scheme and the number, like “duns 080000017”.',
  },
  'repeated-row': {
    short: 'Same record twice',
    sentence: 'Row {row} already describes the same record. Join the two.',
  },
  'row-without-name': { short: 'No legal name', sentence: 'A new customer needs its legal name.' },
  'shared-alias': {
    short: 'Shared alias',
    sentence: '“{value}” may mean any of: {specializations}. Write the one you mean.',
  },
  'unknown-study': { short: 'Unknown study', sentence: 'There is no study “{value}”.' },
  // a request
  'not-valid': { short: 'Not valid', sentence: 'This is not valid here.' },
  'before-record': {
    short: 'Before the record',
    sentence: 'What was known on {value} is not recorded. The record of changes begins on {from}.',
  },
  'number-out-of-range': { short: 'Number out of range', sentence: 'The limit is {limit}.' },
  'ladder-without-end': { short: 'No last step', sentence: 'The steps need the day itself (0) as their last one.' },
  'unknown-person': { short: 'Unknown person', sentence: 'Nobody active has the address “{value}”.' },
  'unknown-filter': { short: 'Unknown filter', sentence: 'The list knows no such filter.' },
  'unknown-sort': { short: 'Unknown sorting', sentence: 'The list can be sorted by: {allowed}.' },
};
