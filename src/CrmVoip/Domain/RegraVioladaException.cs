namespace CrmVoip.Domain;

/// <summary>A rule of the domain refused the operation. The message is shown to the person, in pt-BR.</summary>
public sealed class RegraVioladaException(string message) : Exception(message);
