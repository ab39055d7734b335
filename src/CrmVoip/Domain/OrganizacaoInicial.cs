using CrmVoip.Domain.Ligacoes;

namespace CrmVoip.Domain;

/// <summary>What a new organization starts with: one pipeline with its stages, the outcomes of a call, why deals are lost.</summary>
public sealed record OrganizacaoInicial(Funil Funil, Etapa[] Etapas, ResultadoDeLigacao[] Resultados, MotivoDePerda[] Motivos)
{
    private static readonly string[] _etapas = ["Novo", "Contato feito", "Qualificação", "Proposta", "Negociação", "Fechamento"];

    private static readonly string[] _motivos =
        ["Preço", "Escolheu a concorrência", "Sem orçamento agora", "Parou de responder", "Não precisa mais", "Outro"];

    // That somebody answered says nothing about the talk: its outcome is the rep's to choose.
    private static readonly (string Nome, StatusDaLigacao[] SugeridoPara, EfeitoNoNumero Efeito)[] _resultados =
    [
        (ResultadoDeLigacao.ConversaRelevante, [], EfeitoNoNumero.Nenhum),
        ("Atendeu, sem avanço", [], EfeitoNoNumero.Nenhum),
        ("Pediu para ligar depois", [], EfeitoNoNumero.Nenhum),
        ("Não atendeu", [StatusDaLigacao.NaoAtendida, StatusDaLigacao.Ocupado, StatusDaLigacao.Recusada, StatusDaLigacao.Cancelada], EfeitoNoNumero.Nenhum),
        ("Caixa postal", [StatusDaLigacao.CaixaPostal], EfeitoNoNumero.Nenhum),
        (ResultadoDeLigacao.NumeroErrado, [], EfeitoNoNumero.Errado),
        ("Falha técnica", [StatusDaLigacao.Falha], EfeitoNoNumero.Nenhum),
        ("Pediu para não ligar", [], EfeitoNoNumero.NaoLigar),
    ];

    public IEnumerable<object> Linhas => [Funil, .. Etapas, .. Resultados, .. Motivos];

    public static OrganizacaoInicial De(Guid organizacaoId)
    {
        var funil = new Funil(organizacaoId, "Vendas", 1);
        return new OrganizacaoInicial(
            funil,
            [.. _etapas.Select((nome, i) => new Etapa(organizacaoId, funil.Id, nome, i + 1))],
            [.. _resultados.Select((r, i) => new ResultadoDeLigacao(organizacaoId, r.Nome, i + 1) { SugeridoPara = r.SugeridoPara, Efeito = r.Efeito })],
            [.. _motivos.Select((nome, i) => new MotivoDePerda(organizacaoId, nome, i + 1))]);
    }
}
