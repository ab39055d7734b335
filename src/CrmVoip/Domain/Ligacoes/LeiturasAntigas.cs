using CrmVoip.Domain.Telefonia;

namespace CrmVoip.Domain.Ligacoes;

/// <summary>Facts of the provider that an earlier version kept among those of the call, read as what they were.</summary>
public static class LeiturasAntigas
{
    public static RelatoDoProvedor? Relato(IReadOnlyCollection<LigacaoEvento> eventos) =>
        eventos.Where(e => e.DoProvedor).Select(e => Leitura(e, Guid.Empty)).ToList() is { Count: > 0 } leituras
            ? RelatoDoProvedor.De(leituras)
            : null;

    /// <summary>An old fact names neither ramal nor number: they are those of its call.</summary>
    public static LeituraDoProvedor NaLinha(this LeituraDoProvedor leitura, Ligacao ligacao) =>
        new(leitura.OrganizacaoId, leitura.RegistroId, leitura.Fonte, leitura.RecebidaEm)
        {
            Dados = leitura.Dados with { Dominio = ligacao.SipDomain, De = ligacao.NumeroOrigem, Para = ligacao.NumeroDestino },
        };

    public static LeituraDoProvedor Leitura(LigacaoEvento evento, Guid registroId)
    {
        var dados = evento.Dados;
        return new LeituraDoProvedor(
            evento.OrganizacaoId,
            registroId,
            evento.Origem == OrigemDoFato.Reconciliacao ? FonteDaLeitura.Lista : FonteDaLeitura.Webhook,
            evento.RecebidoEm)
        {
            Dados = new DadosDaLeitura
            {
                ProvedorId = dados.ProvedorId ?? "",
                InicioEm = dados.InicioEm,
                AtendidaEm = dados.AtendidaEm,
                FimEm = dados.FimEm ?? (evento.Tipo == TipoDeEvento.Encerrada ? evento.OcorridoEm : null),
                Encerrada = evento.Tipo == TipoDeEvento.Encerrada,
                Duracao = dados.DuracaoSegundos,
                Causa = dados.CausaProvedor,
                GravacaoUrl = dados.GravacaoUrl,
                Bina = dados.Bina,
                Preco = dados.Preco,
            },
        };
    }
}
