namespace CrmVoip.Features.Vendas.Contatos;

/// <summary>The round telephone of a row: whom it calls, and about which deal.</summary>
public sealed record LigarPara(string Telefone, string Nome, Guid ContatoId, Guid? OportunidadeId);
