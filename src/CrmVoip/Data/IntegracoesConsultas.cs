using CrmVoip.Domain;

namespace CrmVoip.Data;

public static class IntegracoesConsultas
{
    /// <summary>The connection to API4COM, while it has its token: none or one of an organization.</summary>
    public static IQueryable<Integracao> Conectadas(this IQueryable<Integracao> integracoes) =>
        integracoes.Where(i => i.Plataforma == PlataformaEnum.Api4com && i.AccessToken != null);
}
