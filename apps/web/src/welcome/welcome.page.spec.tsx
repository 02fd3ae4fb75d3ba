import { renderAt } from '../testing/render-page';

it('an empty portfolio offers three ways to begin', async () => {
  const { screen } = await renderAt('/welcome', { session: { portfolioIsEmpty: true } });
  expect(await screen.findByRole('link', { name: 'Import a spreadsheet' })).toHaveAttribute('href', '/import');
  expect(screen.getByRole('button', { name: 'Load the demo' })).not.toHaveAttribute('aria-disabled');
  expect(screen.getByRole('link', { name: 'Set up the company' })).toHaveAttribute('href', '/settings');
});

it('the demo goes into an empty portfolio only, and the button says so', async () => {
  const { screen } = await renderAt('/welcome');
  expect(await screen.findByRole('button', { name: 'Load the demo' })).toHaveAccessibleDescription(
    'Only into an empty portfolio: yours has begun already.',
  );
});
