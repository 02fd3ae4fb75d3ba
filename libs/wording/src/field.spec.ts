import { findingMessage, partnerCentralFields, partnerCentralWords, placeWords } from './index.js';

describe('A place in a record', () => {
  it.each([
    ['studies[3].deployedOn', 'Deployed on', '上线日期'],
    ['sections.solution[1]', 'Partner solution, paragraph 2', '合作伙伴解决方案，第 2 段'],
    ['services[0].usage', 'AWS services, entry 1, How it is used', 'AWS 服务，第 1 项，用途'],
    ['consent.until', 'Consent, Until', '客户授权，截止'],
    ['applications[2].category', 'Applications, entry 3, Category', '申请，第 3 项，类别'],
    ['somethingNew', 'somethingNew', 'somethingNew'],
    ['constructor', 'constructor', 'constructor'],
    ['', '', ''],
  ])('%s is named "%s" and 「%s」', (path, en, zh) => {
    expect(placeWords(path, 'en')).toBe(en);
    expect(placeWords(path, 'zh')).toBe(zh);
  });

  it('of a customer has the words of customers', () => {
    expect(placeWords('customers[0].registrations[1].number', 'en', 'customer')).toBe('Registration, entry 2, Number');
  });
});

describe('The copy pack', () => {
  it('has the fields of Partner Central in the order of its form', () => {
    expect(partnerCentralFields.map((field) => partnerCentralWords.en[field])).toEqual([
      'Company name',
      'Title',
      'Short description',
      'Public or private',
      'URL',
      'Challenge',
      'Solution',
      'Third-party products',
      'How AWS is used',
      'Start date',
      'End date',
      'Date in production',
      'Outcomes',
      'Architecture diagrams',
    ]);
  });
});

describe('A finding', () => {
  it('says what stands against it, what is missing, or that it is met', () => {
    expect(findingMessage('en', 'measured-outcome', 'unanswered')).toBe('No outcome has a number');
    expect(findingMessage('zh', 'section:results', 'unanswered')).toBe('“结果和效益”为空');
    expect(findingMessage('en', 'diagram', 'met')).toBe('It has an architecture diagram');
  });

  it('has its label for an outcome that its rule cannot have', () => {
    expect(findingMessage('en', 'diagram', 'unmet')).toBe('Architecture diagram');
  });
});
