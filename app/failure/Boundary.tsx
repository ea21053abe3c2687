"use client";

import { Component, type ReactNode } from "react";
import { undo } from "../store";
import { FailureNote } from "./FailureNote";
import { failureOf } from "./failure";

interface Props {
  /** What is not there when it fails: "The figure cannot be shown". */
  what: string;
  /** What the content follows from; when any of it changes, it is tried again. */
  of: readonly unknown[];
  /** What stands in its place; a sentence with ways out when not given. */
  instead?: ReactNode;
  children: ReactNode;
}

interface State {
  error: unknown;
  of: readonly unknown[];
}

/** What throws while it is drawn says so in its own place; everything outside stays. */
export class Boundary extends Component<Props, State> {
  override state: State = { error: null, of: this.props.of };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps({ of }: Props, state: State): Partial<State> | null {
    return of.some((each, index) => each !== state.of[index]) ? { error: null, of } : null;
  }

  override render(): ReactNode {
    const { what, instead, children } = this.props;
    const failure = this.state.error === null ? null : failureOf(what, this.state.error);
    if (!failure) return children;
    if (instead !== undefined) return instead;
    const again = () => this.setState({ error: null });
    return (
      <div>
        <FailureNote failed={{ ...failure, again }}>
          <button type="button" onClick={undo}>
            Undo the last change
          </button>
        </FailureNote>
      </div>
    );
  }
}
