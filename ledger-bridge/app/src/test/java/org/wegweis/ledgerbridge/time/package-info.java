/** Time stamps of heads. */
