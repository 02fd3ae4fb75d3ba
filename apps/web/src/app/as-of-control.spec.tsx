import { waitFor } from '@testing-library/react';
import { PageFrame } from '../ui/page-frame';
import { renderPart } from '../testing/render-page';
import { AsOfControl } from './as-of-control';

const flip = { code: 'devops', name: 'AWS DevOps Competency', studies: [], leaves: 3, needs: 4, target: true, held: false };
const api = {
  'GET /api/readiness/flips': {
    from: '2026-05-23',
    to: '2028-05-23',
    flips: [
      { ...flip, on: '2026-09-13', from: 'ready', to: 'at-risk' },
      { ...flip, on: '2026-12-12', from: 'at-risk', to: 'not-ready' },
      { ...flip, on: '2027-03-09', from: 'not-ready', to: 'ready' },
    ],
  },
  'GET /api/readiness': {
    asOf: '2026-11-23',
    specializations: [{ code: 'data', name: 'AWS Data and Analytics Competency', target: { weight: 1, submitOn: '2027-01-15' } }],
  },
};
const page = (
  <PageFrame title="Home">
    <AsOfControl />
  </PageFrame>
);

it('the arrows jump to the days on which something changes, and stop at today on the way', async () => {
  const { screen, user, router } = await renderPart(page, { api });
  await waitFor(() => expect(screen.getByRole('button', { name: /^Next day/ })).not.toHaveAttribute('aria-disabled'));
  await user.click(screen.getByRole('button', { name: /^Next day/ }));
  expect(router.state.location.search).toEqual({ asOf: '2026-12-12' });
  await user.click(screen.getByRole('button', { name: /^Next day/ }));
  expect(router.state.location.search).toEqual({ asOf: '2027-03-09' });
  expect(screen.getByRole('button', { name: /^Next day/ })).toHaveAttribute('aria-disabled', 'true');
  await user.click(screen.getByRole('button', { name: /^Previous day/ }));
  await user.click(screen.getByRole('button', { name: /^Previous day/ }));
  expect(router.state.location.search).toEqual({});
});

it('another day than today offers the way back', async () => {
  const { screen, user, router } = await renderPart(page, { api }, '/?asOf=2027-03-01');
  expect(screen.getByText('1 Mar 2027')).toBeInTheDocument();
  expect(screen.getByText(', in 98 days')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Back to today' }));
  expect(router.state.location.search).toEqual({});
});

it('offers planned submissions, marks days of loss, and reads a typed day', async () => {
  const { screen, user, router } = await renderPart(page, { api });
  await user.click(screen.getByRole('button', { name: /As of today/ }));
  expect(await screen.findByRole('button', { name: /15 Jan 2027 Data and Analytics submission/ })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Next month' }));
  expect(screen.getByRole('button', { name: 'Sat 12 Dec 2026, 1 specialization lost' })).toBeInTheDocument();
  await user.type(screen.getByRole('textbox', { name: 'Or type a day' }), '1 mar 2027{Enter}');
  expect(router.state.location.search).toEqual({ asOf: '2027-03-01' });
});
