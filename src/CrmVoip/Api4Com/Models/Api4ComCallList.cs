namespace CrmVoip.Api4Com.Models;

/// <summary>Calls: those inside the window asked for. Fetched: every row the provider sent. Truncated: the page cap was hit.</summary>
public sealed record Api4ComCallList(IReadOnlyList<Api4ComCall> Calls, int Fetched, bool Truncated);
