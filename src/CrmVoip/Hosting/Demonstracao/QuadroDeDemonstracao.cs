using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Web;

namespace CrmVoip.Hosting.Demonstracao;

/// <summary>One organization's pipeline, contacts, deals, outcomes and a few past calls. The same each time it is made.</summary>
public sealed class QuadroDeDemonstracao(Guid organizacaoId, OrganizacaoDemo demo, Guid[] pessoas)
{
    private readonly DateTimeOffset _agora = DateTimeOffset.UtcNow;
    private readonly Random _dados = new(demo.Oportunidades);

    public IEnumerable<object> Criar()
    {
        var inicial = OrganizacaoInicial.De(organizacaoId);
        var contatos = Enumerable.Range(0, demo.Oportunidades).Select(Contato).ToArray();
        var oportunidades = Oportunidades(inicial.Etapas, contatos).ToArray();
        return [.. inicial.Linhas, .. contatos, .. oportunidades, .. Ligacoes(oportunidades, contatos, inicial.Resultados), .. NotasDeDemonstracao.De(demo, pessoas, oportunidades, _agora)];
    }

    private Contato Contato(int indice)
    {
        var nome = Elenco.Nomes[indice % Elenco.Nomes.Length];
        var contato = new Contato(organizacaoId, indice < Elenco.Nomes.Length ? nome : $"{nome.Split(' ')[0]} {Elenco.Nomes[(indice * 5 + 3) % Elenco.Nomes.Length].Split(' ')[1]}");
        contato.Editar(contato.Nome, Elenco.Empresas[indice * 7 % Elenco.Empresas.Length], $"contato{indice + 1}@cliente.example");
        var numero = NumeroDeTelefone.Ler(Elenco.Telefone(indice));
        contato.MudarTelefone(numero?.Nacional ?? Elenco.Telefone(indice), numero);
        OutrosTelefones(contato, indice);
        return contato;
    }

    // The last ones of the board: a second number, a wrong one, one that is not to be called.
    private void OutrosTelefones(Contato contato, int indice)
    {
        var fixo = $"+551130{indice:000000}";
        switch (demo.Oportunidades - indice)
        {
            case 1:
                contato.NaoLigarPara(contato.Numeros, true);
                break;
            case 2:
                contato.MarcarErrado(contato.Telefones.Single(), true);
                contato.Incluir($"{NumeroDeTelefone.Ler(fixo)!.Nacional} ramal 23", fixo);
                break;
            case 3:
                contato.Incluir(NumeroDeTelefone.Ler(fixo)!.Nacional, fixo);
                break;
        }
    }

    private IEnumerable<Oportunidade> Oportunidades(Etapa[] etapas, Contato[] contatos)
    {
        var titulos = demo.Slug == "aurora" ? Elenco.TitulosAurora : Elenco.TitulosBoreal;
        var roleta = Elenco.Pesos.SelectMany((peso, etapa) => Enumerable.Repeat(etapa, peso)).ToArray();
        var posicoes = etapas.Select(_ => Posicao.Sequencia(contatos.Length).GetEnumerator()).ToArray();
        for (var i = 0; i < contatos.Length; i++)
        {
            var etapa = i < etapas.Length ? i : roleta[_dados.Next(roleta.Length)];
            posicoes[etapa].MoveNext();
            var responsavel = pessoas[i % 2 == 0 ? 1 : Math.Min(2, pessoas.Length - 1)];
            var naEtapaDesde = _agora.AddDays(-_dados.Next(0, 21)).AddMinutes(-_dados.Next(600));
            var oportunidade = new Oportunidade(organizacaoId, titulos[i % titulos.Length]) { CriadaEm = naEtapaDesde.AddDays(-4 * etapa) };
            oportunidade.Editar(oportunidade.Titulo, Math.Round(1_800m + (decimal)_dados.NextDouble() * 92_000m, 0), contatos[i].Id, responsavel, _agora);
            oportunidade.MoverPara(etapas[etapa].Id, posicoes[etapa].Current, naEtapaDesde);
            if (i % 3 != 2)
            {
                oportunidade.Planejar(Elenco.ProximosPassos[i % Elenco.ProximosPassos.Length], Hoje.AddDays(_dados.Next(-2, 8)));
            }

            Marcar(oportunidade, i);

            yield return oportunidade;
        }
    }

    private DateOnly Hoje => DiaLocal.De(_agora, Organizacao.FusoPadrao);

    // Of the first deals: promised calls, a meeting, a proposal that is late, something that was done.
    private void Marcar(Oportunidade oportunidade, int indice)
    {
        (TipoDeTarefa Tipo, string Texto, int Dias, TimeOnly? Hora)? marcada = indice switch
        {
            0 or 1 => (TipoDeTarefa.Ligacao, "Retornar com o valor do financiamento", 0, new TimeOnly(15 + indice, 0)),
            3 or 4 => (TipoDeTarefa.Proposta, "Enviar a proposta com dois inversores", -1, null),
            6 or 7 => (TipoDeTarefa.Reuniao, "Visita técnica ao telhado", 1, new TimeOnly(9, 30)),
            9 or 10 => (TipoDeTarefa.Email, "Mandar as fichas dos painéis", 2, null),
            _ => null,
        };
        if (marcada is var (tipo, texto, dias, hora))
        {
            oportunidade.Incluir(Tarefa.Da(oportunidade, tipo, texto)).Marcar(Hoje.AddDays(dias), hora);
        }

        if (indice % 8 == 1)
        {
            oportunidade.Incluir(Tarefa.Da(oportunidade, TipoDeTarefa.Outra, "Confirmar o endereço da instalação")).Concluir(oportunidade.ResponsavelId, _agora.AddDays(-1));
        }
    }

    private IEnumerable<object> Ligacoes(Oportunidade[] oportunidades, Contato[] contatos, ResultadoDeLigacao[] resultados)
    {
        for (var i = 0; i < oportunidades.Length; i += 3)
        {
            var inicio = _agora.AddHours(-27 - (i * 5)).AddMinutes(-_dados.Next(55));
            var atendida = i % 2 == 0;
            foreach (var linha in Ligacao(oportunidades[i], contatos[i], inicio, atendida, atendida ? Elenco.Notas[i / 3 % Elenco.Notas.Length] : null, resultados[atendida ? 0 : 3]))
            {
                yield return linha;
            }
        }

        foreach (var ((inicio, hora), i) in DaSemana().Select((quando, n) => (quando, n * 3 % oportunidades.Length)))
        {
            // People answer more before noon.
            var atendida = _dados.Next(100) < (hora < 12 ? 65 : 35);
            var resultado = _dados.Next(10) == 0 ? null : resultados[atendida ? _dados.Next(3) : 3 + _dados.Next(2)];
            foreach (var linha in Ligacao(oportunidades[i], contatos[i], inicio, atendida, null, resultado))
            {
                yield return linha;
            }
        }
    }

    /// <summary>
    /// Ten calls a working day of the last week and today, none of them so near to now that a record of the simulated provider,
    /// which does not know them, could be taken for theirs.
    /// </summary>
    private IEnumerable<(DateTimeOffset Inicio, int Hora)> DaSemana() =>
        from dia in Enumerable.Range(0, 7)
        from hora in Enumerable.Range(8, 10)
        let inicio = DiaLocal.Inicio(DiaLocal.De(_agora, Organizacao.FusoPadrao).AddDays(-dia), Organizacao.FusoPadrao).AddHours(hora).AddMinutes(_dados.Next(60))
        where inicio < _agora.AddHours(-2)
        select (inicio, hora);

    private IEnumerable<object> Ligacao(
        Oportunidade oportunidade, Contato contato, DateTimeOffset inicio, bool atendida, string? nota, ResultadoDeLigacao? resultado)
    {
        var ligacao = new Ligacao(organizacaoId, Guid.CreateVersion7(inicio), oportunidade.ResponsavelId, contato.Telefone ?? "", "1001", inicio)
        {
            OportunidadeId = oportunidade.Id,
            ContatoId = contato.Id,
            SipDomain = demo.SipDomain,
        };
        var fim = inicio.AddSeconds(atendida ? 60 + _dados.Next(400) : 31);
        LigacaoEvento[] fatos =
        [
            .. atendida ? [Fato(ligacao, TipoDeEvento.Atendida, inicio.AddSeconds(9), null)] : Array.Empty<LigacaoEvento>(),
            Fato(ligacao, TipoDeEvento.Encerrada, fim, atendida ? "normal" : "no_answer"),
            DoProvedor(ligacao, fim, atendida ? (int)(fim - inicio).TotalSeconds - 9 : 0),
        ];
        ligacao.Projetar(fatos);
        ligacao.Anotar(nota, resultado?.Id, 1);
        return
        [
            ligacao,
            .. fatos,
            Registro(ligacao, new LigacaoIniciada { Numero = ligacao.NumeroDestino }, inicio),
            Registro(ligacao, new LigacaoEncerrada { Status = ligacao.Status, Duracao = ligacao.DuracaoSegundos }, ligacao.FimEm!.Value),
        ];
    }

    private static LigacaoEvento DoProvedor(Ligacao ligacao, DateTimeOffset fim, int conversa) =>
        new(ligacao.OrganizacaoId, Guid.CreateVersion7(fim), ligacao.Id, OrigemDoFato.Reconciliacao, TipoDeEvento.Encerrada, fim)
        {
            RecebidoEm = fim.AddMinutes(2),
            Dados = new DadosDoEvento { FimEm = fim, DuracaoSegundos = conversa, CausaProvedor = conversa > 0 ? "NORMAL_CLEARING" : "NO_ANSWER" },
        };

    private LigacaoEvento Fato(Ligacao ligacao, TipoDeEvento tipo, DateTimeOffset em, string? causa) =>
        new(organizacaoId, Guid.CreateVersion7(em), ligacao.Id, OrigemDoFato.Navegador, tipo, em)
        {
            RecebidoEm = em,
            Dados = new DadosDoEvento { Causa = causa },
        };

    private AuditLog Registro(Ligacao ligacao, Atividade atividade, DateTimeOffset em) =>
        new(organizacaoId, atividade.Acao, atividade.Entidade, ligacao.Id)
        {
            OcorridoEm = em,
            UsuarioId = ligacao.UsuarioId,
            OportunidadeId = ligacao.OportunidadeId,
            Dados = Atividades.Escrever(atividade),
        };
}
