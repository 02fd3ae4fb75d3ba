import { screen } from '@testing-library/react';
import { renderPart } from '../testing/render-page';
import { anAlert } from './alert-for-tests';
import StandingAlerts from './standing-alerts';

it('what nobody acknowledged by its day stands on the managers’ home page, and is settled there', async () => {
  const passed = anAlert({ id: '9', day: '2026-11-20', step: 0 });
  let items = [passed, anAlert()];
  const { user, requests } = await renderPart(<StandingAlerts />, {
    api: {
      'GET /api/alerts': () => ({ items, total: items.length }),
      'POST /api/alerts/:id/acknowledge': () => ((items = [anAlert()]), { ...passed, state: 'acknowledged' }),
    },
  });
  expect(await screen.findByText('DevOps stopped being ready')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Acknowledge AnyBank plc' }));
  expect(await screen.findByText('AnyBank plc is acknowledged')).toBeVisible();
  expect(requests.some(({ method, path }) => method === 'POST' && path === '/api/alerts/9/acknowledge')).toBe(true);
  expect(screen.queryByText('DevOps stopped being ready')).not.toBeInTheDocument();
});
