import { renderPart } from '../testing/render-page';
import { Mark, type MarkOf } from './mark';

const vocabulary: [MarkOf, string, string][] = [
  ['ready', 'Ready', '就绪'],
  ['at-risk', 'At risk', '有风险'],
  ['not-ready', 'Not ready', '未就绪'],
  ['counts', 'Counts', '有效'],
  ['expires-soon', 'Counts, expires soon', '即将到期'],
  ['blocked', 'Blocked', '受阻'],
  ['expired', 'Expired', '已过期'],
  ['would-count', 'Would count', '启用后有效'],
  ['could-support', 'Could support', '可支持'],
  ['met', 'Met', '已满足'],
  ['unanswered', 'Unanswered', '待填写'],
];

it.each(vocabulary)('the shape %s is named in both languages', async (of, english, chinese) => {
  const first = await renderPart(<Mark of={of} />);
  expect(first.screen.getByRole('img', { name: english })).toBeInTheDocument();
  const second = await renderPart(<Mark of={of} />, { language: 'zh' });
  expect(second.screen.getByRole('img', { name: chinese })).toBeInTheDocument();
});

it('with its word beside it, the shape is not read out a second time', async () => {
  const { screen } = await renderPart(<Mark of="ready" word />);
  expect(screen.getByText('Ready')).toBeInTheDocument();
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
});

it('a blocked study in the matrix says how many gaps stand in the way', async () => {
  const { screen } = await renderPart(<Mark of="blocked" gaps={2} />);
  expect(screen.getByRole('img', { name: 'Blocked, 2 gaps' })).toHaveTextContent('2');
});
