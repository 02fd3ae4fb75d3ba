import type { Sentence, Value } from '@caseboard/wording';
import { Count, Said } from './counted';
import styles from './paper.module.css';

/** What readiness is worth: the Premier gate, the multiplier, the strategies, the China note, what others do. */
export function ValuePart({ value }: { value: Value }) {
  const { premier, multiplier, strategies, context, china } = value;
  return (
    <>
      <div className={styles.pair}>
        <section className={styles.block}>
          <h3>{premier.heading}</h3>
          <dl className={styles.gate}>
            <div>
              <dt>{premier.heads.held}</dt>
              <dd>
                <Count of={premier.held} />
                <small>/{premier.asked}</small>
              </dd>
            </div>
            <div>
              <dt>{premier.heads.ready}</dt>
              <dd>
                <Count of={premier.ready} />
              </dd>
            </div>
            <div>
              <dt>{premier.heads.missing}</dt>
              <dd>{premier.missing}</dd>
            </div>
          </dl>
          <Paragraphs lines={premier.lines} source={premier.source} />
        </section>
        <section className={styles.block}>
          <h3>{multiplier.heading}</h3>
          <Paragraphs lines={multiplier.lines} source={multiplier.source} />
        </section>
      </div>
      <section className={styles.block}>
        <h3>{strategies.heading}</h3>
        <table className={`${styles.table} ${styles.strategies}`}>
          <thead>
            <tr>
              <th scope="col">{strategies.heads.strategy}</th>
              <th scope="col">{strategies.heads.state}</th>
              <th scope="col">{strategies.heads.owner}</th>
              <th scope="col">{strategies.heads.note}</th>
            </tr>
          </thead>
          <tbody>
            {strategies.rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">{row.label}</th>
                <td>
                  <span className={styles.state} data-state={row.state}>
                    {row.stateWord}
                  </span>
                </td>
                <td>{row.owner}</td>
                <td>{row.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {china && (
        <section className={styles.block}>
          <Said sentence={china} as="p" />
        </section>
      )}
      <section className={styles.block}>
        <h3>{context.heading}</h3>
        <Paragraphs lines={context.lines} source={context.source} />
      </section>
    </>
  );
}

function Paragraphs({ lines, source }: { lines: readonly Sentence[]; source: string }) {
  return (
    <>
      <ul className={styles.plainList}>
        {lines.map((line, at) => (
          <li key={at}>
            <Said sentence={line} />
          </li>
        ))}
      </ul>
      <p className={styles.source}>{source}</p>
    </>
  );
}
