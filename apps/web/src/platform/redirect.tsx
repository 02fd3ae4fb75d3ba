import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/**
 * Goes elsewhere once, in place of the present page. The router's own Navigate goes again at every render, and a page
 * is drawn again while the router is on its way.
 */
export function Redirect({ href }: { href: (here: string) => string }) {
  const router = useRouter();
  const gone = useRef(false);
  useEffect(() => {
    if (gone.current) return;
    gone.current = true;
    void router.navigate({ href: href(router.latestLocation.href), replace: true });
  }, [router, href]);
  return null;
}
