/** What pages and rules must know of the organisation that runs the product; `settings/` supplies it. */
export abstract class Organisation {
  abstract facts(): Promise<{ legalName: string; timeZone: string; warningDays: number }>;
  abstract portfolioIsEmpty(): Promise<boolean>;
}
