using System;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>Words left for colleagues.</summary>
    public partial class Recados : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "recados",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tipo = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    para_id = table.Column<Guid>(type: "uuid", nullable: false),
                    de_id = table.Column<Guid>(type: "uuid", nullable: true),
                    oportunidade_id = table.Column<Guid>(type: "uuid", nullable: true),
                    nota_id = table.Column<Guid>(type: "uuid", nullable: true),
                    tarefa_id = table.Column<Guid>(type: "uuid", nullable: true),
                    quantidade = table.Column<int>(type: "integer", nullable: false),
                    criado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    visto_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recados", x => new { x.organizacao_id, x.id });
                    table.CheckConstraint("ck_recados_tipo", "tipo in ('mencao', 'passagem', 'pedido', 'pedido_recusado', 'tarefa')");
                    table.ForeignKey(
                        name: "fk_recados_membros_organizacao_id_de_id",
                        columns: x => new { x.organizacao_id, x.de_id },
                        principalTable: "membros",
                        principalColumns: new[] { "organizacao_id", "usuario_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recados_membros_organizacao_id_para_id",
                        columns: x => new { x.organizacao_id, x.para_id },
                        principalTable: "membros",
                        principalColumns: new[] { "organizacao_id", "usuario_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recados_notas_organizacao_id_nota_id",
                        columns: x => new { x.organizacao_id, x.nota_id },
                        principalTable: "notas",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recados_oportunidades_organizacao_id_oportunidade_id",
                        columns: x => new { x.organizacao_id, x.oportunidade_id },
                        principalTable: "oportunidades",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recados_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recados_tarefas_organizacao_id_tarefa_id",
                        columns: x => new { x.organizacao_id, x.tarefa_id },
                        principalTable: "tarefas",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_recados_novos",
                table: "recados",
                columns: new[] { "organizacao_id", "para_id" },
                filter: "visto_em is null");

            migrationBuilder.CreateIndex(
                name: "ix_recados_organizacao_id_de_id",
                table: "recados",
                columns: new[] { "organizacao_id", "de_id" });

            migrationBuilder.CreateIndex(
                name: "ix_recados_organizacao_id_nota_id_para_id",
                table: "recados",
                columns: new[] { "organizacao_id", "nota_id", "para_id" },
                unique: true,
                filter: "nota_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_recados_organizacao_id_oportunidade_id",
                table: "recados",
                columns: new[] { "organizacao_id", "oportunidade_id" });

            migrationBuilder.CreateIndex(
                name: "ix_recados_organizacao_id_para_id_criado_em_id",
                table: "recados",
                columns: new[] { "organizacao_id", "para_id", "criado_em", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_recados_organizacao_id_tarefa_id",
                table: "recados",
                columns: new[] { "organizacao_id", "tarefa_id" });

            migrationBuilder.IsolarPorOrganizacao("recados");
            migrationBuilder.Conceder("crm_app", "select, insert, update, delete", "recados");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "recados");
        }
    }
}
