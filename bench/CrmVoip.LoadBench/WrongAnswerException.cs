namespace CrmVoip.LoadBench;

/// <summary>The one thing that ends a run: no 200, or not what was asked for.</summary>
public sealed class WrongAnswerException(string message, Exception? inner = null) : Exception(message, inner);
