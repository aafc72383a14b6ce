// A model's card: who plays what, what is assumed, what each number means and rests on, where it comes from.

import type { ReactNode } from "react";
import type { Data, Model, PartCard } from "../../../../models/model.ts";
import { rangeInWords } from "../../../../models/reading.ts";
import { argumentsInWords } from "../../../../models/verdict.ts";
import { cited } from "../../../../values/references.ts";
import { model as words, sourceWords, statusMeans, statusWords } from "../../../words/en-models.ts";

export function ModelCard({ model: { card, parts } }: { model: Model }): ReactNode {
  return (
    <section aria-labelledby="card" className="model-card">
      <h2 id="card">{words.card}</h2>
      <dl className="card-facts">
        <Fact name={words.players}>{card.players.join("; ")}</Fact>
        <Fact name={words.moves}>{card.moves}</Fact>
        <Fact name={words.payoffs}>{card.payoffs}</Fact>
        <Fact name={words.assumptions}>
          <ul>
            {card.assumptions.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Fact>
        <Fact name={words.arguments}>
          <ul>
            {card.arguments.map((letter) => (
              <li key={letter}>
                ({letter}) {argumentsInWords[letter]}
              </li>
            ))}
          </ul>
        </Fact>
        <Fact name={words.references}>
          <ul>
            {card.references.map(({ key, status, note }) => (
              <li key={`${key} ${note}`}>
                {cited(key)} <strong title={statusMeans[status]}>{statusWords[status]}</strong>: {note}
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
      {parts.map((part) => (
        <PartParams key={part.name} part={part} />
      ))}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function PartParams({ part: { name, question, status, params } }: { part: PartCard }): ReactNode {
  const [, meaning, usual, range, source] = words.paramColumns;
  return (
    <details className="rests">
      <summary>
        {words.params(name.replaceAll("-", " "))} ({statusWords[status]})
      </summary>
      <p>{question}</p>
      <table className="cards">
        <caption className="unseen">{words.params(name)}</caption>
        <thead>
          <tr>
            {words.paramColumns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {params.map((param) => (
            <tr key={param.key}>
              <th scope="row">
                <code>{param.key}</code>
              </th>
              <td data-column={meaning}>
                {param.meaning}
                {param.unit === "1" ? "" : ` (${param.unit})`}
              </td>
              <td data-column={usual}>
                <code>{written(param.default)}</code>
              </td>
              <td data-column={range}>{param.range ? rangeInWords(param.range) : "–"}</td>
              <td data-column={source}>
                {sourceWords[param.source.kind]}
                {param.source.note ? `: ${param.source.note}` : ""}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const LONGEST = 90;

function written(value: Data): string {
  const text = JSON.stringify(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} …`;
}
