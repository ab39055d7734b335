namespace CrmVoip.Domain.Telefonia;

/// <summary>Whose a call made outside the product is, as far as it can be told. Numero: the other side, E.164 where it is a telephone.</summary>
public sealed record QuemFalou(string Numero, Guid? UsuarioId, Guid? ContatoId, Guid? OportunidadeId);
