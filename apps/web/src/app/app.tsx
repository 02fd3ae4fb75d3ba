import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { Language } from '../platform/words';
import { ToastProvider } from '../ui/toast';
import { LanguageProvider } from '../platform/language';
import type { makeRouter } from './routes';
import { SessionEndDialog } from './session-end-dialog';

/** Everything around the pages. */
export function App({ router, client, language }: { router: ReturnType<typeof makeRouter>; client: QueryClient; language?: Language }) {
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider initial={language}>
        <ToastProvider>
          <RouterProvider router={router} />
          <SessionEndDialog />
        </ToastProvider>
      </LanguageProvider>
    </QueryClientProvider>
  );
}
