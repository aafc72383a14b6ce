// A seat at a table, kept up to date: asked again every two seconds while it is looked at.

import { useCallback, useEffect, useRef, useState } from "react";
import type { Move } from "../../../../agreements/table/move.ts";
import type { TableSeen } from "../../../inputs/tables.ts";
import { Failed, type Fault } from "../../api.ts";
import { makeMove, seeTable } from "./client.ts";

const EVERY_MS = 2000;

export type MakeMove = (move: Move) => Promise<boolean>;

export type Seat = {
  seen: TableSeen | null;
  fault: Fault | null;
  /** Why the last move was not made. */
  refused: string;
  /** Resolves to whether it was made. */
  move: MakeMove;
};

export function useTable(id: string, token: string): Seat {
  const [seen, setSeen] = useState<TableSeen | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [refused, setRefused] = useState("");
  const version = useRef<string | null>(null);
  const take = useCallback((next: TableSeen) => {
    version.current = next.version;
    setSeen(next);
    setFault(null);
  }, []);
  const look = useCallback(async (): Promise<void> => {
    try {
      const polled = await seeTable(id, token, version.current);
      if ("view" in polled) take(polled);
      else setFault(null);
    } catch (error) {
      setFault(faultOf(error));
    }
  }, [id, token, take]);
  useEffect(() => {
    version.current = null;
    void look();
    const timer = setInterval(() => {
      if (!document.hidden) void look();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [look]);
  const move = useCallback<MakeMove>(
    async (one) => {
      setRefused("");
      try {
        const answer = await makeMove(id, token, one);
        if ("refused" in answer) {
          setRefused(answer.refused.because);
          return false;
        }
        take(answer);
        return true;
      } catch (error) {
        const found = faultOf(error);
        if (found.kind === "gone") setFault(found);
        else setRefused(found.detail);
        return false;
      }
    },
    [id, token, take],
  );
  return { seen, fault, refused, move };
}

function faultOf(error: unknown): Fault {
  return error instanceof Failed ? error.fault : { kind: "inside", detail: String(error) };
}
