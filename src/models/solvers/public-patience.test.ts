import { expect, test } from "vitest";
import { times } from "../../../test/support/random-games.ts";
import { rational, Rational, sumOf } from "../../math/rational.ts";
import { boundsOf } from "./public-bounds.ts";
import { carried } from "./public-patience.ts";
import { deviationsFrom, type ExactPoint, type ExactPublicGame, type PublicCorner } from "./public-proof.ts";

/** Whether every corner comes out exactly and no deviation gains. */
function provesItself(game: ExactPublicGame, corners: readonly PublicCorner[]): boolean {
  const now = Rational.one.minus(game.delta);
  return corners.every(({ point, actions: [a, b], promises }) => {
    const law = (game.signals[a] as Rational[][])[b] as Rational[];
    const today = [(game.one[a] as Rational[])[b] as Rational, (game.two[a] as Rational[])[b] as Rational];
    const promised = promises.map((lottery) =>
      ([0, 1] as const).map((i) =>
        sumOf(lottery.map(({ corner, weight }) => weight.times((corners[corner] as PublicCorner).point[i]))),
      ),
    ) as ExactPoint[];
    const mean = (i: 0 | 1): Rational => sumOf(law.map((p, y) => p.times((promised[y] as ExactPoint)[i])));
    return (
      promises.every((lottery) => sumOf(lottery.map(({ weight }) => weight)).equals(1)) &&
      ([0, 1] as const).every((i) =>
        now
          .times(today[i] as Rational)
          .plus(game.delta.times(mean(i)))
          .equals(point[i]),
      ) &&
      deviationsFrom(game, [a, b]).every(({ player, gain, rise }) =>
        game.delta
          .times(sumOf(rise.map((p, y) => p.times((promised[y] as ExactPoint)[player]))))
          .isAtLeast(now.times(gain)),
      )
    );
  });
}

test("carried() keeps what proved itself proved, at any greater patience, and no less one is taken", () => {
  let beyondPoints = 0;
  times(60, 21, ({ whole, share }) => {
    const table = (): Rational[][] => [0, 1].map(() => [0, 1].map(() => rational(whole(-5, 5))));
    const law = (): Rational[] => {
      const p = share();
      return [p, Rational.one.minus(p)];
    };
    const game = {
      one: table(),
      two: table(),
      signals: [0, 1].map(() => [0, 1].map(law)),
      delta: rational(`${whole(3, 8)}/10`),
    };
    const { corners } = boundsOf(game);
    if (!corners) return;
    if (corners.length > 1) beyondPoints++;
    const more = game.delta.plus(Rational.one.minus(game.delta).times(share()));
    expect(provesItself(game, corners)).toBe(true);
    expect(provesItself({ ...game, delta: more }, carried(corners, game.delta, more))).toBe(true);
    expect(() => carried(corners, more, game.delta)).toThrow(RangeError);
  });
  expect(beyondPoints).toBeGreaterThan(10);
});
