import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme/index.css';
import { App } from './app/app';
import { makeRouter } from './app/routes';
import { makeQueryClient } from './platform/query-client';

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <App router={makeRouter()} client={makeQueryClient()} />
    </StrictMode>,
  );
}
