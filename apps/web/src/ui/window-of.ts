import { useLayoutEffect, useState, type RefObject } from 'react';

export interface Window {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** What part of a scrolled element is on screen; changes at most once a frame. */
export function useWindowOf(element: RefObject<HTMLElement | null>): Window {
  const [window_, setWindow] = useState<Window>({ top: 0, left: 0, width: 1200, height: 700 });
  useLayoutEffect(() => {
    const scroller = element.current;
    if (!scroller) return;
    let frame = 0;
    const read = () => {
      frame = 0;
      setWindow({
        top: scroller.scrollTop,
        left: scroller.scrollLeft,
        width: scroller.clientWidth || 1200,
        height: scroller.clientHeight || 700,
      });
    };
    const later = () => {
      frame ||= requestAnimationFrame(read);
    };
    read();
    scroller.addEventListener('scroll', later, { passive: true });
    const size = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(later);
    size?.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', later);
      size?.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [element]);
  return window_;
}
