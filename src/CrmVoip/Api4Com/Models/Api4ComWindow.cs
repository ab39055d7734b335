namespace CrmVoip.Api4Com.Models;

/// <summary>
/// Calls that started from one instant to another. Whether the provider reads a filter as its own wall clock or as UTC is not
/// known: one wide question holds the rows of both, and many of neither; exact, the two are asked one after the other.
/// </summary>
public sealed record Api4ComWindow(DateTimeOffset From, DateTimeOffset To, bool Exact = false);
